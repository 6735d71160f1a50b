import type { ProjectPlace } from '../core/compose/command'
import { explain } from '../core/failure/explain'
import type { Problem } from '../core/failure/failure'
import { abortedWith } from './aborted-with'
import { refindCommand } from './builds/build-command'
import { buildRows } from './builds/build-rows'
import { resumeBuilds } from './builds/resume'
import { keptChecks } from './checks/kept'
import type { EngineLink } from './engine/connect'
import { lockHolder } from './engine/lock'
import { watchEngine, type Engine } from './engine/watch-engine'
import { watchSpace } from './engine/watch-space'
import { keepGoodPackages } from './health/good-packages'
import { keepMemoryPeaks } from './health/keep-memory'
import { rememberClosed, rememberLost } from './health/lost'
import { recordHealth } from './health/record'
import { proveDevice, type DeviceProver } from './health/prove-device'
import { openUsage, type UsageMeter } from './health/usage'
import { watchApp, type AppWatch } from './health/watch-app'
import { createHub, type Hub } from './hub'
import { keepMessages } from './messages/keep-messages'
import { recoverWarm } from './operations/recover-warm'
import { recoverSwitch } from './operations/recover-switch'
import { watchOtherPanel } from './operations/other-panel'
import { createOperations, type Operations } from './operations/operations'
import type { Tools } from './operations/tools'
import { openAt } from './project/place'
import { keepPhotoSeconds } from './project/photo-seconds'
import { watchVersions, type Versions } from './project/watch-versions'
import { openSettings, type SettingsStore } from './settings/settings'

/** The panel without its window: everything that acts, behind the one state. */
export interface Panel {
  readonly hub: Hub
  readonly engine: Engine
  readonly operations: Operations
  readonly settings: SettingsStore
  readonly device: DeviceProver
  readonly versions: Versions
  readonly usage: UsageMeter
  /** The followed app, or null while no engine answers. */
  app(): AppWatch | null
  link(): EngineLink | null
  /** Reads the project's file again. */
  reopen(): Promise<void>
  /** Keeps what the app writes from now on; one panel at a time may do so. */
  keepMessages(): void
  /** Counts who looks; costly measuring is done only for somebody. */
  look(): () => void
}

/** Opens the panel on a project; it works until the signal says stop. */
export function openPanel(bundled: ProjectPlace, signal: AbortSignal): Panel {
  const hub = createHub()
  const settings = openSettings(hub)
  hub.say({ type: 'checks', checks: keptChecks() })
  refindCommand()
  hub.say({ type: 'builds', builds: buildRows() })
  recordHealth(hub, signal)
  const lost = rememberLost(hub)
  const closed = rememberClosed(hub)
  const ready = { life: '' }
  let app: AppWatch | null = null
  let following = abortedWith(signal)
  let lookers = 0
  let keep: 'kept' | 'not-kept' = 'not-kept'
  let startKeeping: (() => void) | null = null
  let place = bundled
  let round = 0

  const versions = watchVersions(hub, () => engine.link())
  const follow = async (): Promise<void> => {
    const mine = ++round
    following.abort()
    following = abortedWith(signal)
    const until = following.signal
    app = null
    startKeeping = null
    const link = engine.link()
    const { project, place: opened } = await openAt(bundled, hub.state().settings.address, signal)
    // Docker came or went meanwhile: a later round tells the truth.
    if (mine !== round) return
    place = opened
    hub.say({ type: 'project', project })
    await versions.refresh()
    if (mine !== round) return
    if (!link || project.kind !== 'usable') {
      hub.say({ type: 'service', service: null })
      hub.say({ type: 'docker-says', says: null })
      hub.say({ type: 'app', app: { kind: 'unknown' } })
      return
    }
    const watch = watchApp(hub, { link, project: project.project, seen: () => lookers > 0, lost, closed, ready }, until)
    app = watch
    startKeeping = () => keepMessages({ docker: link.docker, project: project.project, watch }, until)
    if (keep === 'kept') startKeeping()
    void watchOtherPanel(hub, { docker: link.docker, project: project.project.name }, until)
    resumeBuilds(hub, operations)
    const ground = tools()
    // What another panel is in the middle of is not left behind.
    if ('failure' in ground || (await lockHolder(link.docker, project.project.name)) !== null) return
    // Docker may go away again meanwhile; then the next round looks.
    recoverWarm(ground, until).catch(() => undefined)
    await recoverSwitch(ground, until)
  }
  const tools = (): Tools | Problem => {
    const link = engine.link()
    const { project, engine: state } = hub.state()
    if (project.kind === 'unusable') return project.problem
    if (!link || !app || project.kind !== 'usable') return explain(absence(state.kind), [])
    const first = app
    return {
      hub,
      docker: link.docker,
      link,
      place: { ...place, name: project.project.name },
      project: project.project,
      // Who works across a loss of Docker meets the app as it is followed since then.
      get app() {
        return app ?? first
      },
      refreshVariants: () => versions.refresh(),
    }
  }
  const engine = watchEngine(hub, signal)
  watchSpace(hub, () => engine.link(), signal)
  const operations = createOperations(hub, tools)
  const usage = openUsage(hub, { link: () => engine.link(), container: () => app?.running()?.id ?? null }, signal)
  keepGoodPackages(hub, () => app?.running()?.image ?? null)
  keepMemoryPeaks(
    hub,
    () => app?.running()?.image ?? null,
    () => void versions.refresh(),
  )
  const device = proveDevice(hub, () => engine.link(), signal)
  engine.onLink(() => void follow())
  hub.listen(({ change }) => {
    // Without Docker the project is read all the same, so that the two cards can be shown.
    if (change.type === 'engine' && change.engine.kind !== 'running' && change.engine.kind !== 'searching' && round === 0) void follow()
  })
  let looping = false
  hub.listen(({ change }) => {
    if (change.type !== 'app') return
    // Somebody else may have built the package that does not come up: only now is it worth knowing the one before.
    if (change.app.kind === 'crash-loop' && !looping) void versions.refresh()
    looping = change.app.kind === 'crash-loop'
  })
  hub.listen(({ change }) => {
    if (change.type !== 'service' || !change.service?.photos.secondsPerPhoto) return
    const { app: state } = hub.state()
    if ('since' in state && keepPhotoSeconds(state.variant, change.service.photos.secondsPerPhoto) === 'new') void versions.refresh()
  })
  return {
    hub,
    engine,
    operations,
    settings,
    device,
    versions,
    usage,
    app: () => app,
    link: () => engine.link(),
    reopen: follow,
    keepMessages() {
      if (keep === 'kept') return
      keep = 'kept'
      startKeeping?.()
    },
    look() {
      lookers++
      return () => lookers--
    },
  }
}

function absence(kind: string): { readonly kind: 'engine-missing' | 'engine-off' | 'engine-forbidden' | 'engine-lost' | 'compose-missing' } {
  switch (kind) {
    case 'missing':
      return { kind: 'engine-missing' }
    case 'forbidden':
      return { kind: 'engine-forbidden' }
    case 'no-compose':
      return { kind: 'compose-missing' }
    case 'lost':
      return { kind: 'engine-lost' }
    default:
      return { kind: 'engine-off' }
  }
}
