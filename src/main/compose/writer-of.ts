import { readdirSync, readlinkSync, realpathSync } from 'node:fs'
import { startOf, type Detached } from './detached'
import { processStat } from './proc-stat'

/** The detached command whose output goes into this file; null where none does, or where a system does not tell: only Linux does. */
export function writerOf(path: string): Detached | null {
  if (process.platform !== 'linux') return null
  const file = realpathSync(path)
  const writer = readdirSync('/proc').find((name) => outputOf(name) === file)
  const leader = writer === undefined ? null : processStat(Number(writer))?.leader
  return leader ? { pid: leader, started: startOf(leader) } : null
}

// Other people's processes and those that have just ended keep it to themselves.
function outputOf(pid: string): string | null {
  try {
    return /^\d+$/.test(pid) ? readlinkSync(`/proc/${pid}/fd/1`) : null
  } catch {
    return null
  }
}
