import { appHeadline } from './headline-app'
import { engineHeadline } from './headline-engine'
import { operationHeadline } from './headline-operation'
import { noticeHeadline } from './headline-notice'
import { projectHeadline } from './headline-project'
import type { Headline } from './headline-words'
import type { PanelState } from './panel'

/**
 * Says the whole state in one sentence with one thing to do. The first that has something to say wins: Docker, the
 * project's file, what is under way, what went wrong, and then the app itself.
 */
export function headline(state: PanelState, now: number): Headline {
  const said = own(state, now)
  const { otherPanel } = state
  if (said.task !== null || otherPanel === null) return said
  return { ...said, task: { mark: 'ring', tone: 'work', word: 'Another panel', more: OTHERS_WORK[otherPanel.what] } }
}

const OTHERS_WORK = { build: 'builds', start: 'starts it', stop: 'stops it', switch: 'switches it', verify: 'checks it' } as const

function own(state: PanelState, now: number): Headline {
  return engineHeadline(state, now) ?? projectHeadline(state) ?? operationHeadline(state, now) ?? noticeHeadline(state, now) ?? appHeadline(state, now)
}
