import { MOST_S } from '../operation/patience'
import type { Variant } from '../project/project'
import { endingOf, isEnding, type Deaths } from './deaths'
import type { AppState, ServiceStatus } from './health'

/** A container as the engine tells it; times are milliseconds since 1970, null when never. */
export interface ContainerSeen {
  readonly id: string
  readonly service: string
  readonly state: string
  readonly startedAt: number | null
  readonly finishedAt: number | null
  readonly exitCode: number
  readonly outOfMemory: boolean
  /** Null without a limit of its own. */
  readonly memoryLimitBytes: number | null
  readonly restarts: number
}

/** What the panel's own question was answered. */
export interface ProbeSeen {
  readonly health: 'ok' | 'refused' | 'silent'
  readonly ready: boolean
  readonly loaded: number | null
  readonly total: number | null
  readonly reasons: readonly string[]
}

/** A version that was there, and until when. */
export interface Gone {
  readonly variant: string
  readonly at: number
}

/** All that is known at one moment. */
export interface Seen {
  readonly variants: readonly Variant[]
  readonly containers: readonly ContainerSeen[]
  readonly deaths: Deaths
  /** Null before the first answer to a question of this run. */
  readonly probe: ProbeSeen | null
  /** Whether this run of the container was ready before. */
  readonly wasReady: boolean
  readonly status: ServiceStatus | null
  /** Whether the forwarder that holds its port does not run. */
  readonly cutOff?: boolean
  /** What somebody else removed, and what ran when Docker itself went. */
  readonly removed: Gone | null
  readonly lost: Gone | null
  /** What ran when this panel was last open. */
  readonly closed: Gone | null
  readonly before: AppState
  readonly now: number
}

const LOOP_RESTARTS = 3
const LONGEST_START_MS = MOST_S * 1000

/** How the app is: the engine's word for life and death, the service's own word for readiness and device. */
export function appState(seen: Seen): AppState {
  const running = mainContainers(seen).find(({ container }) => isUp(container.state))
  return running ? upState(seen, running) : stoppedState(seen)
}

/** Whether a container in this state counts as running. */
export function isUp(state: string): boolean {
  return state === 'running' || state === 'restarting' || state === 'paused'
}

interface Main {
  readonly variant: Variant
  readonly container: ContainerSeen
}

function upState(seen: Seen, main: Main): AppState {
  const { variant, container } = main
  const since = container.startedAt ?? seen.now
  if (container.state === 'paused') return { kind: 'paused', variant: variant.id, since: sinceBefore(seen, 'paused', variant.id) }
  if (container.restarts >= LOOP_RESTARTS && (container.state === 'restarting' || !isSteady(seen, main))) return loopState(seen, main)
  const ending = container.restarts > 0 ? endingOf({ ...container, outOfMemory: container.state === 'restarting' && container.outOfMemory }, seen.deaths) : null
  const again = ending && ending.kind !== 'asked' ? { again: ending } : {}
  if (container.state === 'restarting') return { kind: 'starting', variant: variant.id, since, ...again }
  const now = runningState(seen, main, since)
  return now.kind === 'starting' || now.kind === 'loading' ? { ...now, ...again } : now
}

// Before the first answer nothing is known of this run, and what runs for long does not end again and again.
function isSteady({ probe, wasReady, before, now }: Seen, { variant, container }: Main): boolean {
  if (probe === null) return before.kind !== 'crash-loop' || before.variant !== variant.id
  return probe.ready || wasReady || now - (container.startedAt ?? now) > LONGEST_START_MS
}

function runningState(seen: Seen, { variant, container }: Main, since: number): AppState {
  const { probe, status, before } = seen
  if (seen.cutOff) return { kind: 'not-answering', variant: variant.id, since: sinceBefore(seen, 'not-answering', variant.id), cutOff: true }
  if (probe?.ready) {
    const used = status?.device.used
    if (variant.kind === 'nvidia' && used === 'cpu') return { kind: 'wrong-device', variant: variant.id, since, used }
    return { kind: 'ready', variant: variant.id, since }
  }
  // It is asked anew, and nothing says that it changed meanwhile.
  if (seen.wasReady && !probe && isUpAs(before, variant.id)) return before
  const isLate = probe?.health !== 'ok' && seen.now - since > LONGEST_START_MS
  if (probe && (seen.wasReady || isLate)) {
    // On its way to an end that somebody asked for, it need not answer any more.
    if (isEnding(container.id, seen.deaths, seen.now) && before.kind === 'ready' && before.variant === variant.id) return before
    const reasons = probe.health === 'ok' ? { reasons: probe.reasons } : {}
    return { kind: 'not-answering', variant: variant.id, since: sinceBefore(seen, 'not-answering', variant.id), ...reasons }
  }
  if (probe?.health === 'ok') return { kind: 'loading', variant: variant.id, since, loaded: probe.loaded, total: probe.total, reasons: probe.reasons }
  return { kind: 'starting', variant: variant.id, since }
}

function isUpAs(before: AppState, variant: string): boolean {
  return (before.kind === 'ready' || before.kind === 'wrong-device' || before.kind === 'not-answering') && before.variant === variant
}

function loopState(seen: Seen, { variant, container }: Main): AppState {
  const { restarts } = container
  const ending = endingOf(container, seen.deaths)
  return {
    kind: 'crash-loop',
    variant: variant.id,
    since: sinceBefore(seen, 'crash-loop', variant.id),
    restarts,
    code: ending?.kind === 'itself' ? ending.code : ending?.kind === 'out-of-memory' ? 137 : container.exitCode,
    outOfMemory: ending?.kind === 'out-of-memory',
    ...(ending ? { ending } : {}),
  }
}

function sinceBefore({ before, now }: Seen, kind: 'paused' | 'not-answering' | 'crash-loop', variant: string): number {
  return before.kind === kind && before.variant === variant ? before.since : now
}

function stoppedState(seen: Seen): AppState {
  const ended = mainContainers(seen)
    .filter(({ container }) => container.finishedAt !== null)
    .sort((a, b) => (b.container.finishedAt ?? 0) - (a.container.finishedAt ?? 0))[0]
  if (seen.lost) return { kind: 'stopped', at: seen.lost.at, variant: seen.lost.variant, ending: { kind: 'with-docker' } }
  if (seen.removed) return { kind: 'stopped', at: seen.removed.at, variant: seen.removed.variant, ending: { kind: 'removed' } }
  const ending = ended && endingOf(ended.container, seen.deaths)
  const { closed } = seen
  if (closed && !ending && (!ended || ended.variant.id === closed.variant))
    return { kind: 'stopped', at: ended?.container.finishedAt ?? closed.at, variant: closed.variant, ending: { kind: 'unwatched' } }
  return { kind: 'stopped', at: ended?.container.finishedAt ?? null, variant: ended?.variant.id ?? null, ...(ending ? { ending } : {}) }
}

function mainContainers(seen: Seen): readonly Main[] {
  return seen.containers.flatMap((container) => {
    const variant = seen.variants.find((v) => v.main === container.service)
    return variant ? [{ variant, container }] : []
  })
}
