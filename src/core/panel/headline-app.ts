import { assertNever } from '../assert-never'
import { endingWords } from '../health/ending'
import { duration, lasting } from '../words/duration'
import { versionName, versionTitle } from '../words/version-name'
import type { AppState } from '../health/health'
import type { Headline, Mark, Tone } from './headline-words'
import { lastGood } from './last-good'
import { restingHeadline } from './headline-resting'
import { comingUp } from './headline-starting'
import type { PanelState } from './panel'

const MOMENT_S = 3
const messages = { label: 'App messages', deed: { kind: 'show', place: 'messages' } } as const
const stop = { label: 'Stop', deed: { kind: 'stop' } } as const

/** The headline for how the app itself is. */
export function appHeadline(state: PanelState, now: number): Headline {
  const { app } = state
  switch (app.kind) {
    case 'unknown':
      return { ...plain(['ring', 'work', 'Looking'], null), title: 'Looking at Facecraft', sentence: 'This takes a moment. Nothing to do.' }
    case 'stopped':
      return restingHeadline(state, now)
    case 'starting':
    case 'loading':
      return { ...comingUp(state, now), primary: null, secondary: [stop, messages] }
    case 'ready':
      return readyHeadline(state, app, now)
    case 'wrong-device':
      return wrongDeviceHeadline(state, app)
    case 'not-answering':
      return silentHeadline(state, app, now)
    case 'paused':
      return {
        ...plain(['triangle', 'warn', 'Paused'], versionTitle(state, app.variant)),
        title: 'Facecraft is paused',
        sentence: 'Somebody paused it through Docker. It answers nothing until it goes on; nothing was lost.',
        primary: { label: 'Let it go on', deed: { kind: 'go-on' } },
        secondary: [{ label: 'Restart', deed: { kind: 'restart', variant: app.variant } }],
      }
    case 'crash-loop':
      return {
        ...plain(['cross', 'bad', 'Keeps stopping'], versionTitle(state, app.variant)),
        title: 'Facecraft keeps stopping',
        sentence: `It started and stopped ${app.restarts} times in ${duration((now - app.since) / 1000)}${app.ending ? `: ${endingWords(app.ending)}` : app.outOfMemory ? ': it ran out of memory' : ''}.`,
        primary: { label: 'Stop and show why', deed: { kind: 'stop-and-show' } },
        secondary: [...lastGood(state, app.variant), messages],
      }
    default:
      return assertNever(app)
  }
}

function readyHeadline(state: PanelState, app: Extract<AppState, { kind: 'ready' }>, now: number): Headline {
  return {
    ...plain(['tick', 'ok', 'Ready'], versionTitle(state, app.variant)),
    title: 'Facecraft is ready',
    sentence: `On the ${versionName(state, app.variant)} for ${lasting((now - app.since) / 1000)}`,
    primary: { label: 'Open Facecraft', deed: { kind: 'open', link: 'app' } },
    secondary: [stop],
  }
}

// A moment without an answer is no fault yet: it may just be busy.
function silentHeadline(state: PanelState, app: Extract<AppState, { kind: 'not-answering' }>, now: number): Headline {
  const seconds = (now - app.since) / 1000
  if (app.cutOff) {
    return {
      ...plain(['cross', 'bad', 'Cut off'], versionTitle(state, app.variant)),
      title: 'Facecraft runs, but nobody can reach it',
      sentence: 'The forwarder that holds its address was stopped outside this panel. A restart brings it back.',
      primary: { label: 'Restart', deed: { kind: 'restart', variant: app.variant } },
      secondary: [stop, messages],
    }
  }
  if (seconds < MOMENT_S) {
    return {
      ...plain(['triangle', 'warn', 'No answer'], versionTitle(state, app.variant)),
      title: 'No answer right now',
      sentence: 'Facecraft was ready a moment ago. It may just be busy.',
      secondary: [stop, messages],
    }
  }
  const answers = app.reasons !== undefined
  return {
    ...plain(['cross', 'bad', answers ? 'Not ready' : 'Not answering'], versionTitle(state, app.variant)),
    title: answers ? 'Facecraft is not ready any more' : 'Facecraft does not answer',
    sentence: answers
      ? `It answers, but calls itself not ready for ${duration(seconds)}${app.reasons.length > 0 ? `: ${app.reasons.join(', ')}` : ''}.`
      : `It runs, but has not answered for ${duration(seconds)}. Finished photos are on disk.`,
    primary: { label: 'Restart', deed: { kind: 'restart', variant: app.variant } },
    secondary: [stop, messages],
  }
}

function wrongDeviceHeadline(state: PanelState, app: Extract<AppState, { kind: 'wrong-device' }>): Headline {
  return {
    ...plain(['triangle', 'warn', 'Wrong device'], app.used === 'cpu' ? 'Processor' : app.used),
    title: 'It works, but not where you chose',
    sentence: `It runs on the ${app.used === 'cpu' ? 'processor' : app.used} although you chose the ${versionName(state, app.variant)}.`,
    primary: { label: 'Find the cause', deed: { kind: 'show', place: 'health' } },
    secondary: [{ label: 'Try again', deed: { kind: 'restart', variant: app.variant } }],
  }
}

function plain([mark, tone, word]: readonly [Mark, Tone, string], more: string | null): Pick<Headline, 'pill' | 'task' | 'primary' | 'secondary' | 'problem'> {
  return { pill: { mark, tone, word, more }, task: null, primary: null, secondary: [], problem: null }
}
