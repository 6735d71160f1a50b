import { assertNever } from '../assert-never'
import { duration } from '../words/duration'
import type { Words } from './explain'
import { tryAgain } from './explain-fixes'
import type { FailureKind } from './failure'

type OthersFailure = Extract<FailureKind, { kind: 'other-panel' | 'other-folder' }>

/** The words for what others do with the same app: another panel, another folder. */
export function othersWords(failure: OthersFailure): Words {
  switch (failure.kind) {
    case 'other-panel':
      return {
        title: `Another panel is ${DOING[failure.what]} this app`,
        why: `Begun ${duration(failure.seconds)} ago by ${failure.who}. ${failure.stuck === 'maybe' ? 'That is long: it may be stuck.' : 'It is free again when that ends.'}`,
        notLost: 'This panel started and stopped nothing.',
        fixes: failure.stuck === 'maybe' ? [tryAgain, { kind: 'take-over', label: 'Take over', token: failure.token }] : [tryAgain],
      }
    case 'other-folder':
      return {
        title: 'Another folder uses the same name',
        why: `What Docker has under this name comes from ${failure.folder}. Starting here would replace it.`,
        notLost: 'Nothing was started or stopped.',
        fixes: [{ kind: 'consent', label: 'Start here instead', consent: failure.consent }],
      }
    default:
      return assertNever(failure)
  }
}

const DOING = { build: 'building', start: 'starting', stop: 'stopping', switch: 'switching', verify: 'checking' } as const
