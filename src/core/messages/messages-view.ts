import { chosenVariant, runningVariant } from '../panel/chosen-variant'
import { isDockerAway } from '../panel/docker-away'
import type { PanelState } from '../panel/panel'
import { versionName } from '../words/version-name'
import { when } from '../words/when'
import type { Wanted } from './kept-line'

/** Whose messages are shown, and what is to be known of them. */
export interface MessagesView {
  /** Null where there is no version yet. */
  readonly variant: string | null
  readonly sentence: string
  /** When their app ended, or null while more may come. */
  readonly endedAt: number | null
  readonly emptyWords: string
}

/** The messages of the version that runs or ran last: where they come from, and why no more come if none do. */
export function messagesView(state: PanelState, wanted: Wanted, now: number): MessagesView {
  const { app, engine } = state
  const variant = runningVariant(state) ?? (app.kind === 'stopped' ? app.variant : state.latestVariant) ?? chosenVariant(state)
  const name = variant === null ? 'Facecraft' : `The ${versionName(state, variant)} version`
  const nothing = wanted === 'warnings' ? 'No warnings and no errors.' : 'Nothing was written yet. What Facecraft writes appears here once it runs.'
  const view = { variant, endedAt: null, emptyWords: nothing }
  if (engine.kind === 'lost') return { ...view, sentence: `Docker stopped answering ${when(engine.since, now)}. What was seen until then stays here.` }
  if (isDockerAway(state)) return { ...view, sentence: 'Docker does not run. What was seen before stays here.' }
  if (app.kind === 'stopped') {
    const ended = app.at === null ? 'does not run' : `stopped ${when(app.at, now)}`
    return {
      ...view,
      endedAt: app.at,
      sentence: `${name} ${ended}. ${app.at === null ? 'Its messages of earlier stay here.' : 'These are its last messages.'}`,
    }
  }
  if (app.kind === 'unknown') return { ...view, sentence: 'Asking Docker whether Facecraft runs.' }
  return { ...view, sentence: `${name}, started ${when(app.since, now)}.`, emptyWords: wanted === 'warnings' ? nothing : 'Waiting for the first line' }
}
