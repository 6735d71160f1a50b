import { endingWords } from '../health/ending'
import { stoppedBecause } from '../health/incident-words'
import { capital } from '../words/count'
import { about } from '../words/duration'
import { versionName, versionTitle } from '../words/version-name'
import { when } from '../words/when'
import { chosenVariant, variantStatus } from './chosen-variant'
import type { AppState } from '../health/health'
import type { VariantStatus } from '../project/project'
import type { Headline } from './headline-words'
import type { PanelState } from './panel'

const NEAR_MS = 120_000

/** The headline while nothing runs: not built yet, or stopped, and what a start needs. */
export function restingHeadline(state: PanelState, now: number): Headline {
  const chosen = chosenVariant(state)
  const status = variantStatus(state, chosen)
  if (chosen === null) return stopped({ more: null, sentence: stoppedSince(state, now), primary: null, secondary: [] })
  const went = state.app.kind === 'stopped' && state.app.ending && state.app.ending.kind !== 'asked' ? state.app : null
  // Whatever is chosen for the next start: first what became of the one that ran.
  if (went && canStart(variantStatus(state, went.variant ?? chosen))) return wentAway(state, went, now)
  const blocked = status?.blocked ?? null
  if (blocked !== null) return notHere(state, chosen, blocked)
  if (status?.package === null) return notBuilt(state, chosen)
  return stopped({
    more: null,
    sentence: stoppedSince(state, now),
    primary: { label: `Start on the ${versionName(state, chosen)}`, deed: { kind: 'start', variant: chosen } },
    secondary: [],
  })
}

// Before the versions were looked at nothing speaks against one.
function canStart(status: VariantStatus | null): boolean {
  return status === null || (status.blocked === null && status.package !== null)
}

/** It was there and is not any more although nobody here stopped it. */
function wentAway(state: PanelState, { at, variant, ending }: Extract<AppState, { kind: 'stopped' }>, now: number): Headline {
  const again = variant ?? chosenVariant(state) ?? ''
  const withDocker = ending?.kind === 'with-docker'
  const unwatched = ending?.kind === 'unwatched'
  const since = at === null ? '' : ` ${when(at, now)}`
  return {
    pill: { mark: 'triangle', tone: 'warn', word: 'Stopped', more: versionTitle(state, again) },
    task: null,
    title: withDocker
      ? 'Docker is back, Facecraft is not'
      : unwatched
        ? 'Facecraft stopped while this panel was closed'
        : ending?.kind === 'removed'
          ? 'Facecraft was removed'
          : 'Facecraft stopped by itself',
    sentence: withDocker
      ? `Docker ended${since}, and Facecraft with it; after such an end Docker does not start it again. Finished photos are on disk.`
      : `${capital(endingWords(ending ?? { kind: 'asked' }))}${since}. Finished photos are on disk.`,
    primary: { label: 'Start it again', deed: { kind: 'start', variant: again } },
    secondary: ending?.kind === 'removed' || withDocker || unwatched ? [] : [{ label: 'App messages', deed: { kind: 'show', place: 'messages' } }],
    problem: null,
  }
}

/** The chosen version cannot run on this computer: one that can is offered instead. */
function notHere(state: PanelState, chosen: string, blocked: string): Headline {
  const other = state.variants.find((v) => v.id !== chosen && v.blocked === null)
  const name = other ? versionName(state, other.id) : versionName(state, chosen)
  return {
    pill: { mark: 'triangle', tone: 'warn', word: 'Not possible here', more: null },
    task: null,
    title: `The ${versionName(state, chosen)} cannot be used`,
    sentence: other ? `${blocked}. The ${name} version works on this computer.` : `${blocked}.`,
    primary: {
      label: other?.package === null ? `Build and start on the ${name}` : `Start on the ${name}`,
      deed: { kind: 'start', variant: other?.id ?? chosen },
      ...(other ? {} : { unavailable: blocked }),
    },
    secondary: variantStatus(state, chosen)?.card ? [{ label: 'Show me how', deed: { kind: 'card-help', variant: chosen } }] : [],
    problem: null,
  }
}

function notBuilt(state: PanelState, chosen: string): Headline {
  const usual = variantStatus(state, chosen)?.build.seconds ?? 0
  const first = state.variants.every((v) => v.package === null)
  const title = first ? 'Facecraft is not built yet' : `The ${versionName(state, chosen)} version is not built yet`
  return {
    pill: { mark: 'dot', tone: 'idle', word: 'Not built', more: first ? null : versionTitle(state, chosen) },
    task: null,
    title,
    sentence: usual > 0 ? `Building takes ${about(usual)}, once.` : 'Building takes a while, once.',
    primary: { label: 'Build and start', deed: { kind: 'start', variant: chosen } },
    secondary: [{ label: 'Only build', deed: { kind: 'build', variant: chosen } }],
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
  if (byPerson) return `You stopped it ${when(at, now)}.`
  const because = state.app.kind === 'stopped' ? stoppedBecause(state.app.ending) : null
  return `It stopped ${when(at, now)}.${because === null ? '' : ` ${because}`}`
}
