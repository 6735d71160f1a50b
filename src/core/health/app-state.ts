import type { Variant } from '../project/project'
import type { AppState, ServiceStatus } from './health'

/** A container as the engine tells it; times are milliseconds since 1970. */
export interface ContainerSeen {
  readonly service: string
  readonly state: string
  readonly startedAt: number | null
  readonly finishedAt: number | null
  readonly exitCode: number
  readonly outOfMemory: boolean
  readonly restarts: number
}

/** What the panel's own questions were answered; `misses` counts failures in a row. */
export interface ProbeSeen {
  readonly health: 'ok' | 'refused' | 'silent'
  readonly ready: boolean
  readonly loaded: number | null
  readonly total: number | null
  readonly reasons: readonly string[]
  readonly misses: number
}

/** All that is known at one moment. */
export interface Seen {
  readonly variants: readonly Variant[]
  readonly containers: readonly ContainerSeen[]
  /** Null before the first answer to a question. */
  readonly probe: ProbeSeen | null
  readonly status: ServiceStatus | null
  readonly before: AppState
  readonly now: number
}

const LOOP_RESTARTS = 3
const MISSES = 3

/** How the app is: the engine's word for life and death, the service's own word for readiness and device. */
export function appState(seen: Seen): AppState {
  const running = mainContainers(seen).find(({ container }) => container.state === 'running' || container.state === 'restarting')
  if (!running) return stoppedState(seen)
  const { variant, container } = running
  const loops = container.restarts >= LOOP_RESTARTS && (container.state === 'restarting' || !seen.probe?.ready)
  if (container.state === 'restarting' || loops) return restartingState(seen, running)
  const since = container.startedAt ?? seen.now
  return runningState(seen, { id: variant.id, since, wanted: variant.kind })
}

interface Running {
  readonly id: string
  readonly since: number
  readonly wanted: Variant['kind']
}

function runningState(seen: Seen, { id, since, wanted }: Running): AppState {
  const { probe, status, before } = seen
  const wasUp = (before.kind === 'ready' || before.kind === 'wrong-device' || before.kind === 'not-answering') && before.variant === id
  if (probe?.ready) {
    const used = status?.device.used
    if (wanted === 'nvidia' && used === 'cpu') return { kind: 'wrong-device', variant: id, since, used }
    return { kind: 'ready', variant: id, since }
  }
  if (wasUp) {
    if (before.kind === 'not-answering') return before
    return probe && probe.misses >= MISSES ? { kind: 'not-answering', variant: id, since: seen.now } : before
  }
  if (probe?.health === 'ok') return { kind: 'loading', variant: id, since, loaded: probe.loaded, total: probe.total, reasons: probe.reasons }
  return { kind: 'starting', variant: id, since }
}

function restartingState(seen: Seen, { variant, container }: { readonly variant: Variant; readonly container: ContainerSeen }): AppState {
  const since = seen.before.kind === 'crash-loop' ? seen.before.since : seen.now
  const { restarts, exitCode, outOfMemory } = container
  return { kind: 'crash-loop', variant: variant.id, since, restarts, code: exitCode, outOfMemory }
}

function stoppedState(seen: Seen): AppState {
  const ended = mainContainers(seen)
    .filter(({ container }) => container.finishedAt !== null)
    .sort((a, b) => (b.container.finishedAt ?? 0) - (a.container.finishedAt ?? 0))[0]
  return { kind: 'stopped', at: ended?.container.finishedAt ?? null, variant: ended?.variant.id ?? null }
}

function mainContainers(seen: Seen): readonly { readonly variant: Variant; readonly container: ContainerSeen }[] {
  return seen.containers.flatMap((container) => {
    const variant = seen.variants.find((v) => v.main === container.service)
    return variant ? [{ variant, container }] : []
  })
}
