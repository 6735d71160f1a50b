import type { Detached } from '../compose/detached'
import { writerOf } from '../compose/writer-of'
import { buildFolder, buildIds, type BuildFolder, type BuildMeta } from './build-folder'

// No process has this number.
const UNKNOWN: Detached = { pid: 0, started: null }

/** Starts the command of a build; the build is written down before it, so that a panel that is killed in between finds it again. */
export function startCommand<T extends Detached>(folder: BuildFolder, meta: Omit<BuildMeta, keyof Detached>, spawn: () => T): T {
  folder.meta.write({ ...meta, ...UNKNOWN })
  const command = spawn()
  folder.meta.write({ ...meta, pid: command.pid, started: command.started })
  return command
}

/** Finds the command of the newest build, where an earlier panel was killed before it could write down which one that is. */
export function refindCommand(): void {
  const [newest] = buildIds()
  if (newest === undefined) return
  const folder = buildFolder(newest)
  const meta = folder.meta.read()
  if (meta.outcome !== null || meta.pid !== UNKNOWN.pid) return
  const writer = writerOf(folder.records)
  if (writer) folder.meta.write({ ...meta, ...writer })
}
