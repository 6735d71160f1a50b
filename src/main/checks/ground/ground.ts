import { asTyped } from '../../../core/compose/command'
import { config } from '../../../core/compose/config'
import type { Variant } from '../../../core/project/project'
import { runDocker, type Ran } from '../../compose/run-compose'
import type { Tools } from '../../operations/tools'
import type { Answer } from '../running/http'
import { until200 } from '../running/wait-ready'
import { removeOwn, startOwn, type Instance, type OwnInstance, type Started } from './instance'
import { checkName } from './names'
import { once, type Once } from './once'
import { openRoom, type Room } from './room'

/** What Compose made of the project's file with these profiles. */
export interface ReadFile {
  readonly command: string
  readonly ran: Ran
}

/** What the checks of one run share, so that nothing is asked, started or built twice. */
export interface Ground {
  /** The project's file as Compose reads it with these profiles. */
  file(profiles: readonly string[]): Promise<ReadFile>
  /** The package without a network. */
  room(): Promise<Room>
  /** The person's running app of this version, else one of our own. */
  app(): Promise<Started<Instance>>
  /** An app of our own, that may be stopped and started. */
  own(): Promise<Started<OwnInstance>>
  /** Waits until an app says that it is ready, asking it once for all checks; gives its last answer. */
  ready(base: string): Promise<Answer>
  /** Removes what no check needs any more, before the rest is done. */
  leave(what: 'room' | 'own app'): Promise<void>
  /** Starts over with the package that is there now; what was started from the one before is removed. */
  renew(): Promise<void>
  /** Removes all that was started. */
  close(): Promise<void>
}

const READ_SECONDS = 30
const READY_SECONDS = 240

/** Prepares the ground for a run of checks on a version; nothing is started before a check asks for it. */
export function createGround(tools: Tools, variant: Variant, signal: AbortSignal): Ground {
  const files = new Map<string, Promise<ReadFile>>()
  const ready = new Map<string, Promise<Answer>>()
  let started = startables(tools, variant, signal)
  return {
    file(profiles) {
      const key = profiles.join(' ')
      const known = files.get(key) ?? readFile(tools, profiles, signal)
      files.set(key, known)
      return known
    },
    room: () => started.room.get(),
    own: () => started.own.get(),
    async app() {
      return runningApp(tools, variant) ?? started.own.get()
    },
    ready(base) {
      const known = ready.get(base) ?? until200(`${base}/ready`, READY_SECONDS, signal)
      ready.set(base, known)
      return known
    },
    leave: (what) => started.leave[what](),
    async renew() {
      const before = started
      started = startables(tools, variant, signal)
      await closeAll(before)
    },
    close: () => closeAll(started),
  }
}

interface Startables {
  readonly room: Once<Room>
  readonly own: Once<Started<OwnInstance>>
  readonly leave: Readonly<Record<'room' | 'own app', () => Promise<void>>>
}

function startables(tools: Tools, variant: Variant, signal: AbortSignal): Startables {
  const [roomName, ownName] = [checkName(), checkName()]
  const room = once(() => openRoom(tools.docker, { image: variant.image, name: roomName }))
  const own = once(() => startOwn(tools, { variant, name: ownName }, signal))
  const leaveRoom = async (): Promise<void> => (await room.begun()?.catch(() => null))?.close()
  const leaveOwn = async (): Promise<void> => {
    if (own.begun() === null) return
    await own.begun()?.catch(() => null)
    await removeOwn(tools, ownName)
  }
  return { room, own, leave: { room: leaveRoom, 'own app': leaveOwn } }
}

async function closeAll({ leave }: Startables): Promise<void> {
  await Promise.all([leave.room(), leave['own app']()])
}

function runningApp(tools: Tools, variant: Variant): Started<Instance> | null {
  const [base, running] = [tools.app.base(), tools.app.running()]
  if (base === null || running?.service !== variant.main) return null
  return { kind: 'up', instance: { base, container: tools.docker.getContainer(running.id), whose: 'the person’s', command: '' } }
}

async function readFile(tools: Tools, profiles: readonly string[], signal: AbortSignal): Promise<ReadFile> {
  const call = config(tools.place, profiles)
  return { command: asTyped(call), ran: await runDocker({ args: call.args, folder: call.folder, seconds: READ_SECONDS }, signal) }
}
