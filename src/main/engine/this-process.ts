import { readFile, readlink } from 'node:fs/promises'
import { hostname, uptime } from 'node:os'

/** This computer between two starts of it, where process numbers mean the same. */
export async function thisHost(): Promise<string> {
  const [boot, numbers] = await Promise.all([
    readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => null),
    // In a container the numbers are others.
    readlink('/proc/self/ns/pid').catch(() => ''),
  ])
  return boot === null ? hostname() : `${boot.trim()} ${numbers}`
}

/** When a process began, in its system's own count; empty where that is not told or the process is not there. */
export async function beganAt(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  // The second field is the name and may hold anything; the start is the 22nd.
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
}

/** Whether there is a process with this number. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // One of another person: it is there, and not ours to signal.
    return (error as { code?: string }).code === 'EPERM'
  }
}

/** Whether something was begun before this computer was last started. */
export function isBeforeStart(at: number): boolean {
  return at < Date.now() - uptime() * 1000 - 60_000
}
