import { assertNever } from '../../core/assert-never'
import type { Operation } from '../../core/operation/operation'
import type { Mark, Tone } from '../../core/panel/headline-words'
import type { PanelState } from '../../core/panel/panel'
import { capital } from '../../core/words/count'
import { duration } from '../../core/words/duration'
import { versionName } from '../../core/words/version-name'
import { when } from '../../core/words/when'

/** One line of the activity: what was done and how it ended. */
export interface ActivityEntry {
  readonly mark: Mark
  readonly tone: Tone
  readonly what: string
  readonly how: string
  readonly when: string
  readonly took: string
}

/** An operation in words. */
export function activityEntry(state: PanelState, operation: Operation, now: number): ActivityEntry {
  const ended = operation.endedAt ?? now
  return {
    ...ending(operation),
    what: whatWords(operation, versionName(state, operation.variant)),
    when: operation.endedAt === null ? 'now' : capital(when(operation.endedAt, now)),
    took: duration((ended - operation.startedAt) / 1000),
  }
}

function whatWords(operation: Operation, version: string): string {
  switch (operation.kind) {
    case 'build':
      return `Build the ${version} version`
    case 'start':
      return `Start on the ${version}`
    case 'stop':
      return 'Stop'
    case 'switch':
      return `Switch to the ${version}`
    case 'verify':
      return `Check the ${version} version`
    default:
      return assertNever(operation.kind)
  }
}

function ending(operation: Operation): Pick<ActivityEntry, 'mark' | 'tone' | 'how'> {
  const { outcome } = operation
  if (outcome === null) return { mark: 'ring', tone: 'work', how: operation.stage?.name === 'cancelling' ? 'Stopping' : 'Running' }
  switch (outcome.kind) {
    case 'succeeded':
      return { mark: 'tick', tone: 'ok', how: 'Done' }
    case 'cancelled':
      return { mark: 'dot', tone: 'idle', how: 'Stopped by you' }
    case 'interrupted':
      return { mark: 'triangle', tone: 'warn', how: 'Interrupted, nobody saw its end' }
    case 'failed':
      return { mark: 'cross', tone: 'bad', how: outcome.problem.title }
    default:
      return assertNever(outcome)
  }
}
