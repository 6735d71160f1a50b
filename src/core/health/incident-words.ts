import { assertNever } from '../assert-never'
import type { PanelState } from '../panel/panel'
import { capital } from '../words/count'
import { endingWords, type Ending } from './ending'

/** What is said of an app that was ready and does not answer. */
export const NO_ANSWER = 'No answer'

/** What is wrong now, in the few words of a line of the timeline; null while all is well, on its way, or was done on purpose. */
export function whyNow({ app, engine, operation }: PanelState): string | null {
  if (engine.kind === 'lost') return engine.silent ? 'Docker did not answer' : 'Docker was gone'
  if (operation && operation.kind !== 'build' && operation.kind !== 'verify') return null
  switch (app.kind) {
    case 'unknown':
    case 'ready':
      return null
    case 'wrong-device':
      return app.used === 'cpu' ? 'On the processor instead of the graphics card' : 'On another device than chosen'
    case 'paused':
      return 'Paused through Docker'
    case 'not-answering':
      return app.reasons === undefined ? NO_ANSWER : `Not ready${app.reasons.length > 0 ? `: ${app.reasons.join(', ')}` : ''}`
    case 'starting':
    case 'loading':
      return app.again ? `Started again by Docker: ${endingWords(app.again)}` : null
    case 'crash-loop':
      return `Kept stopping${app.ending ? `: ${endingWords(app.ending)}` : ''}`
    case 'stopped':
      return app.ending ? stoppedWhy(app.ending) : null
    default:
      return assertNever(app)
  }
}

function stoppedWhy(ending: Ending): string | null {
  // A stop through Docker is somebody's wish, not a fault.
  return ending.kind === 'asked' ? null : `Stopped: ${endingWords(ending)}`
}

/** Why it is stopped, as the sentence under a title; null where nothing more than the time is known. */
export function stoppedBecause(ending: Ending | undefined): string | null {
  if (!ending) return null
  return ending.kind === 'asked' ? 'It was stopped through Docker, not by this panel.' : `${capital(endingWords(ending))}.`
}
