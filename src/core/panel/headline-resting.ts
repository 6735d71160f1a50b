import { about } from '../words/duration'
import { versionName, versionTitle } from '../words/version-name'
import { when } from '../words/when'
import { chosenVariant, variantStatus } from './chosen-variant'
import type { Action, Headline } from './headline-words'
import type { PanelState } from './panel'

const NEAR_MS = 120_000

/** The headline while nothing runs: not built yet, or stopped, and what a start needs. */
export function restingHeadline(state: PanelState, now: number): Headline {
  const chosen = chosenVariant(state)
  const status = variantStatus(state, chosen)
  if (chosen === null) return stopped({ more: null, sentence: stoppedSince(state, now), primary: null, secondary: [] })
  const blocked = status?.blocked ?? null
  const built = status?.package != null
  const unavailable = blocked === null ? {} : { unavailable: blocked }
  if (status && !built) return notBuilt(state, chosen, unavailable)
  return stopped({
    more: null,
    sentence: stoppedSince(state, now),
    primary: { label: `Start on the ${versionName(state, chosen)}`, deed: { kind: 'start', variant: chosen }, ...unavailable },
    secondary: [],
  })
}

function notBuilt(state: PanelState, chosen: string, unavailable: Pick<Action, 'unavailable'>): Headline {
  const usual = variantStatus(state, chosen)?.build.seconds ?? 0
  const first = state.variants.every((v) => v.package === null)
  const title = first ? 'Facecraft is not built yet' : `The ${versionName(state, chosen)} version is not built yet`
  return {
    pill: { mark: 'dot', tone: 'idle', word: 'Not built', more: first ? null : versionTitle(state, chosen) },
    task: null,
    title,
    sentence: usual > 0 ? `Building takes ${about(usual)}, once.` : 'Building takes a while, once.',
    primary: { label: 'Build and start', deed: { kind: 'start', variant: chosen }, ...unavailable },
    secondary: [{ label: 'Only build', deed: { kind: 'build', variant: chosen }, ...unavailable }],
    problem: null,
  }
}

function stopped(said: Pick<Headline, 'sentence' | 'primary' | 'secondary'> & { more: string | null }): Headline {
  return {
    pill: { mark: 'dot', tone: 'idle', word: 'Stopped', more: said.more },
    task: null,
    title: 'Facecraft is stopped',
    sentence: said.sentence,
    primary: said.primary,
    secondary: said.secondary,
    problem: null,
  }
}

function stoppedSince(state: PanelState, now: number): string {
  const at = state.app.kind === 'stopped' ? state.app.at : null
  if (at === null) return 'Nothing is running, and it is ready to start.'
  const byPerson = state.history.some((o) => o.kind === 'stop' && o.outcome?.kind === 'succeeded' && Math.abs((o.endedAt ?? 0) - at) < NEAR_MS)
  return byPerson ? `You stopped it ${when(at, now)}.` : `It stopped ${when(at, now)}.`
}
