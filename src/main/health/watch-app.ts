import { appState, isUp, type Gone, type ProbeSeen } from '../../core/health/app-state'
import { steady } from '../../core/health/docker-says'
import { hear, type Deaths, type EngineEvent } from '../../core/health/deaths'
import type { Project, Variant } from '../../core/project/project'
import { abortedWith } from '../aborted-with'
import type { EngineLink } from '../engine/connect'
import { projectContainers, type ContainerFacts } from '../engine/containers'
import { deadline } from '../engine/deadline'
import { followEvents } from '../engine/events'
import { hostOf } from '../engine/host-of'
import { asReached, isCutOff, sideOf } from '../forwarder/behind'
import type { Hub } from '../hub'
import { askApp } from './ask-app'
import { readStatus } from './probe'
import { sleep } from '../sleep'
import { settle } from './settle'

const STATUS_EVERY_MS = 10_000
const SETTLE_MS = 40
const GO_ON_MS = 10_000
const LOOK_AGAIN_MS = 1000
// Longer than Docker takes from an end that it was asked for to the removal.
const JUST_ENDED_MS = 10_000

/** The app as it is followed: its state, where it answers, and a look right now. */
export interface AppWatch {
  /** Asks the engine for the containers now; the state is true when it resolves. */
  refresh(): Promise<void>
  /** The address where the running app answers, or null. */
  base(): string | null
  /** The container of the running app, or null. */
  running(): ContainerFacts | null
  /** The container of the app that runs or ran last, or null. */
  latest(): ContainerFacts | null
  /** All containers of the project as seen last. */
  containers(): readonly ContainerFacts[]
  /** Resolves after the next look at them, or when the signal is aborted. */
  nextLook(signal: AbortSignal): Promise<void>
  /** The container of a version, running or not, as the engine tells it now; null when there is none. */
  containerOf(variant: Variant): Promise<ContainerFacts | null>
  /** Takes the version of this service for the one that answers, as long as two run. */
  putFirst(service: string): void
  /** Asks /status now. */
  readStatus(): Promise<void>
  /** Ends a pause. */
  goOn(): Promise<void>
}

/** What to follow, who looks, and what ran when Docker went away before. */
export interface Watching {
  readonly link: EngineLink
  readonly project: Project
  readonly seen: () => boolean
  readonly lost: () => Gone | null
  /** What ran when this panel was last open. */
  readonly closed: () => Gone | null
  /** The run that was ready last, kept from one watch to the next. */
  readonly ready: { life: string }
}

/** Follows the containers of a project by the engine's events and by questions of our own, one in flight. */
export function watchApp(hub: Hub, { link, project, seen, lost, closed, ready }: Watching, signal: AbortSignal): AppWatch {
  let containers: readonly ContainerFacts[] = []
  let deaths: Deaths = new Map()
  let removed: Gone | null = null
  let probeSeen: ProbeSeen | null = null
  let wasReady = false
  let statusAt = 0
  let round = 0
  let asking: AbortController | null = null
  let askingOf = ''
  let front: string | null = null
  let life = ''
  let beside: readonly string[] = []
  let saidOf: string | null = null
  let ended: ReadonlyMap<string, number> = new Map()
  let looking: (() => void)[] = []

  const mains = new Map(project.variants.map((v) => [v.main, v.id]))
  const running = (): ContainerFacts | null => containers.find((c) => mains.has(c.service) && isUp(c.state)) ?? null
  const base = (): string | null => {
    const published = running()?.published
    return published ? `http://${hostOf(published.address, link.host)}:${published.port}` : null
  }
  const cutOff = (): boolean => {
    const now = running()
    const asks = project.variants.find((v) => v.main === now?.service)?.port != null
    return asks && hub.state().operation === null && isCutOff(now, containers)
  }
  const judge = (): void => {
    if (signal.aborted) return
    const side = sideOf(hub.state(), running(), containers)
    if (JSON.stringify(hub.state().side) !== JSON.stringify(side)) hub.say({ type: 'side', side })
    const { app: before, service: status } = hub.state()
    const next = appState({
      variants: project.variants,
      containers,
      deaths,
      probe: probeSeen,
      wasReady,
      status,
      cutOff: cutOff(),
      removed,
      lost: lost(),
      closed: closed(),
      before,
      now: Date.now(),
    })
    if (JSON.stringify(before) !== JSON.stringify(next)) hub.say({ type: 'app', app: next })
  }
  const refreshStatus = async (): Promise<void> => {
    const at = base()
    if (at === null) return
    statusAt = Date.now()
    const status = await readStatus(at, signal)
    if (signal.aborted || at !== base()) return
    if (status && JSON.stringify(status) !== JSON.stringify(hub.state().service)) hub.say({ type: 'service', service: status })
    judge()
  }
  const onAnswer = async (answer: ProbeSeen): Promise<void> => {
    const becameReady = answer.ready && !probeSeen?.ready
    probeSeen = answer
    wasReady ||= answer.ready
    if (wasReady) ready.life = life
    // The device must be known before the first "ready", or a wrong one would be called right for a moment.
    if (answer.ready && (becameReady || Date.now() - statusAt > STATUS_EVERY_MS)) await refreshStatus()
    judge()
  }
  // A new run of the container is asked anew: what an earlier one answered is no news of this one.
  const askThisRun = (): void => {
    const now = running()
    const at = base()
    const run = now && at !== null && now.state === 'running' ? `${now.id} ${now.startedAt} ${at}` : ''
    if (run === askingOf) return
    asking?.abort()
    askingOf = run
    // The forwarder let it answer in the place of the one before, which was never away.
    const handedOver = wasReady && now !== null && life !== '' && !life.startsWith(now.id) && beside.includes(now.id)
    if (handedOver) statusAt = 0
    else probeSeen = null
    // A pause is no end of its life: afterwards it goes on where it was.
    const thisLife = now ? `${now.id} ${now.startedAt}` : ''
    if (thisLife !== life) {
      life = thisLife
      wasReady = (wasReady && handedOver) || ready.life === life
      if (hub.state().service) hub.say({ type: 'service', service: null })
    }
    if (run === '' || at === null) return
    asking = abortedWith(signal)
    void askApp({ base: at, wasReady, seen, onAnswer }, asking.signal)
  }
  const sayDocker = (): void => {
    const now = running()
    // Another container's word says nothing of since when this one has had its own.
    const before = now?.id === saidOf ? hub.state().dockerSays : null
    saidOf = now?.id ?? null
    const says = now && steady(before, { health: now.health, restartPolicy: now.restartPolicy })
    if (JSON.stringify(says) !== JSON.stringify(hub.state().dockerSays)) hub.say({ type: 'docker-says', says })
  }
  const look = async (): Promise<readonly ContainerFacts[]> => {
    const mine = ++round
    const found = asReached(await projectContainers(link.docker, project.name), front)
    // A later look began meanwhile and tells more.
    if (signal.aborted || mine !== round) return found
    beside = containers.filter((c) => isUp(c.state)).map((c) => c.id)
    const gone = beside.filter((id) => !found.some((c) => c.id === id && isUp(c.state)))
    ended = new Map([...[...ended].filter(([, at]) => Date.now() - at < JUST_ENDED_MS), ...gone.map((id) => [id, Date.now()] as const)])
    containers = found
    if (running()) removed = null
    sayDocker()
    deaths = new Map([...deaths].filter(([id]) => containers.some((c) => c.id === id)))
    askThisRun()
    judge()
    for (const seen of looking.splice(0)) seen()
    return found
  }
  const refresh = async (): Promise<void> => void (await look())
  // A busy Docker may miss a look; without another one the state would be that of before until something happens.
  const lookOrAgain = (): Promise<void> => refresh().catch(() => sleep(LOOK_AGAIN_MS, signal).then(refreshSoon))
  const refreshSoon = settle(lookOrAgain, SETTLE_MS, signal)
  // A removal ends it first; what had ended before somebody removes it is no loss.
  const wasUp = (id: string): boolean => containers.some((c) => c.id === id && isUp(c.state)) || Date.now() - (ended.get(id) ?? 0) < JUST_ENDED_MS
  const onEvent = (event: EngineEvent | null): void => {
    if (event) {
      deaths = hear(deaths, event)
      const variant = mains.get(event.service)
      if (event.action === 'destroy' && variant !== undefined && hub.state().operation === null && wasUp(event.id)) removed = { variant, at: Date.now() }
    }
    refreshSoon()
  }
  void followEvents(link.docker, { project: project.name, onEvent }, signal)
  refreshSoon()

  const containerOf = async (variant: Variant): Promise<ContainerFacts | null> => {
    const found = await look()
    return found.find((c) => c.service === variant.main) ?? null
  }
  const latest = (): ContainerFacts | null => {
    const ended = containers.filter((c) => mains.has(c.service) && c.startedAt !== null)
    return running() ?? ended.sort((a, b) => (b.finishedAt ?? 0) - (a.finishedAt ?? 0))[0] ?? null
  }
  const goOn = async (): Promise<void> => {
    const id = running()?.id
    if (id !== undefined) await deadline(link.docker.getContainer(id).unpause(), GO_ON_MS)
    await refresh()
  }
  const nextLook = (until: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const done = (): void => {
        looking = looking.filter((one) => one !== done)
        until.removeEventListener('abort', done)
        resolve()
      }
      if (until.aborted) return resolve()
      looking.push(done)
      until.addEventListener('abort', done)
    })
  return {
    refresh,
    base,
    running,
    latest,
    containers: () => containers,
    nextLook,
    containerOf,
    putFirst: (service) => (front = service),
    readStatus: refreshStatus,
    goOn,
  }
}
