import { assertNever } from '../assert-never'
import { hourAndMinute } from '../words/when'
import type { Action, Headline, Mark, Tone } from './headline-words'
import type { PanelState } from './panel'

const SLOW_MS = 5000
const STUCK_MS = 15_000
const PATIENCE_MS = 90_000
const checkAgain: Action = { label: 'Check again', deed: { kind: 'check-again' } }
const startDocker: Action = { label: 'Start Docker', deed: { kind: 'start-engine' } }

/** The headline while Docker itself is in the way; null when Docker runs. */
export function engineHeadline(state: PanelState, now: number): Headline | null {
  const { engine } = state
  switch (engine.kind) {
    case 'running':
      return null
    case 'searching':
      return say({
        sign: ['ring', 'work', 'Looking for Docker'],
        title: 'Looking for Docker',
        sentence: since(engine.since, now) > SLOW_MS ? 'Still asking Docker. It takes longer than usual.' : 'This takes a moment. Nothing to do.',
        actions: since(engine.since, now) > STUCK_MS ? [checkAgain] : [],
      })
    case 'missing':
      return say({
        sign: ['dot', 'idle', 'Docker missing'],
        title: 'One program is missing: Docker',
        sentence: 'Facecraft runs inside it, apart from the rest of your computer. Your photos never leave this machine.',
        actions: [{ label: 'Get Docker Desktop', deed: { kind: 'open', link: 'docker-desktop' } }, checkAgain],
      })
    case 'off':
      return say({
        sign: ['dot', 'idle', 'Docker is off'],
        title: 'Docker is off',
        sentence: 'Docker is installed but not running, so Facecraft cannot start. Your photos and settings are untouched.',
        actions: engine.canStart ? [startDocker, checkAgain] : [checkAgain],
      })
    case 'starting':
      return say({
        sign: ['ring', 'work', 'Docker starting'],
        title: 'Docker is waking up',
        sentence: now - engine.since > PATIENCE_MS ? 'It takes longer than usual.' : 'Usually 30 s. Nothing to do.',
        actions: now - engine.since > PATIENCE_MS ? [{ ...startDocker, label: 'Start Docker again' }, checkAgain] : [],
      })
    case 'forbidden':
      return say({
        sign: ['triangle', 'warn', 'No access'],
        title: 'Your account may not use Docker',
        sentence: 'Docker is here, but it lets only members of the group "docker" in. Nothing was changed so far.',
        actions: [checkAgain, { label: 'How to get access', deed: { kind: 'open', link: 'docker-group' } }],
      })
    case 'no-compose':
      return say({
        sign: ['triangle', 'warn', 'Docker incomplete'],
        title: 'Docker lacks one part',
        sentence: 'The part that runs apps like this one is missing. Your photos and settings are untouched.',
        actions: [{ label: 'Add the missing part', deed: { kind: 'open', link: 'compose-plugin' } }, checkAgain],
      })
    case 'lost':
      return say({
        sign: ['cross', 'bad', 'Docker lost'],
        title: engine.silent ? 'Docker does not answer' : 'Docker stopped answering',
        sentence: `Since ${hourAndMinute(engine.since)} there is no answer. ${fate(engine)}`,
        actions: [startDocker, checkAgain],
      })
    default:
      return assertNever(engine)
  }
}

/** What a Docker that is lost means for the app: one that only hangs leaves what it started alone. */
export function fate({ silent }: { readonly silent: boolean }): string {
  return silent
    ? 'Facecraft may still work; nobody can tell until Docker answers. Finished photos are on disk.'
    : 'Facecraft is probably down. Finished photos are on disk.'
}

// The very first state has no time yet.
function since(at: number, now: number): number {
  return at === 0 ? 0 : now - at
}

function say(said: { sign: readonly [Mark, Tone, string]; title: string; sentence: string; actions: readonly Action[] }): Headline {
  const [mark, tone, word] = said.sign
  const [primary, ...secondary] = said.actions
  return { pill: { mark, tone, word, more: null }, task: null, title: said.title, sentence: said.sentence, primary: primary ?? null, secondary, problem: null }
}
