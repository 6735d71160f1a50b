import { appState, type ProbeSeen } from '../../core/health/app-state'
import type { AppState } from '../../core/health/health'
import type { Project, Variant } from '../../core/project/project'
import { followEvents } from '../engine/events'
import type { EngineLink } from '../engine/connect'
import { projectContainers, type ContainerFacts } from '../engine/containers'
import type { Hub } from '../hub'
import { sleep } from '../sleep'
import { probe, readStatus } from './probe'

const STARTING_EVERY_MS = 250
const READY_EVERY_MS = 1000
const STATUS_EVERY_MS = 10_000

/** The app as it is followed: its state, where it answers, and a look right now. */
export interface AppWatch {
  /** Asks the engine for the containers now; the state is true when it resolves. */
  refresh(): Promise<void>
  /** The address where the running app answers, or null. */
  base(): string | null
  /** The container of the running app, or null. */
  running(): ContainerFacts | null
  /** The container of a version, running or not, as the engine tells it now; null when there is none. */
  containerOf(variant: Variant): Promise<ContainerFacts | null>
  /** Asks /status now. */
  readStatus(): Promise<void>
}

/** Follows the containers of a project by the engine's events and by questions of our own, one in flight. */
export function watchApp(hub: Hub, { link, project }: { readonly link: EngineLink; readonly project: Project }, signal: AbortSignal): AppWatch {
  let containers: readonly ContainerFacts[] = []
  let seenProbe: ProbeSeen | null = null
  let statusAt = 0

  const running = (): ContainerFacts | null => {
    const mains = new Set(project.variants.map((v) => v.main))
    return containers.find((c) => mains.has(c.service) && (c.state === 'running' || c.state === 'restarting')) ?? null
  }
  const base = (): string | null => {
    const published = running()?.published
    return published ? `http://${hostOf(published.address, link.host)}:${published.port}` : null
  }
  const judge = (): void => {
    const { app: before, service: status } = hub.state()
    const next = appState({ variants: project.variants, containers, probe: seenProbe, status, before, now: Date.now() })
    if (!same(before, next)) hub.say({ type: 'app', app: next })
  }
  const refresh = async (): Promise<void> => {
    const before = running()
    containers = await projectContainers(link.docker, project.name)
    const now = running()
    if (now?.id !== before?.id || now?.startedAt !== before?.startedAt) {
      seenProbe = null
      if (hub.state().service) hub.say({ type: 'service', service: null })
    }
    judge()
  }
  const refreshStatus = async (): Promise<void> => {
    const at = base()
    if (at === null) return
    statusAt = Date.now()
    const status = await readStatus(at, signal)
    if (status) hub.say({ type: 'service', service: status })
    judge()
  }
  const ask = async (): Promise<void> => {
    const at = base()
    if (at === null || running()?.state !== 'running') return
    const id = running()?.id
    const answer = await probe(at, signal)
    if (signal.aborted || running()?.id !== id) return
    const misses = answer.ready ? 0 : (seenProbe?.misses ?? 0) + 1
    const becameReady = answer.ready && !seenProbe?.ready
    seenProbe = { ...answer, misses }
    if (answer.ready && (becameReady || Date.now() - statusAt > STATUS_EVERY_MS)) await refreshStatus()
    judge()
  }
  const loop = async (): Promise<void> => {
    await refresh().catch(() => undefined)
    while (!signal.aborted) {
      await ask()
      await sleep(seenProbe?.ready ? READY_EVERY_MS : STARTING_EVERY_MS, signal)
    }
  }
  void followEvents(link.docker, { project: project.name, onEvent: () => void refresh().catch(() => undefined) }, signal)
  void loop()
  const containerOf = async (variant: Variant): Promise<ContainerFacts | null> => {
    await refresh()
    return containers.find((c) => c.service === variant.main) ?? null
  }
  return { refresh, base, running, containerOf, readStatus: refreshStatus }
}

// A port published on all addresses answers on this computer's own one.
function hostOf(address: string, host: string): string {
  return address === '0.0.0.0' || address === '::' || address === '127.0.0.1' ? host : address
}

function same(a: AppState, b: AppState): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
