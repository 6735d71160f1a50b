import { spawn, type StdioOptions } from 'node:child_process'
import { closeSync, openSync, readdirSync } from 'node:fs'
import { devNull } from 'node:os'
import { execa } from 'execa'
import { sleep } from '../sleep'
import { dockerProgram } from './docker-program'
import { processStat } from './proc-stat'
import { childEnvironment, type DockerCall } from './run-compose'

/** A docker command that writes into files and outlives the panel; `started` tells its pid from a later process with the same number. */
export interface Detached {
  readonly pid: number
  readonly started: string | null
}

const ASK_MS = 10_000
const LOOK_EVERY_MS = 100

/**
 * Starts a docker command of its own, with its output going straight into files: a reader can neither slow it down nor kill it.
 * `ended` resolves with the exit code (null after a signal) as long as this process lives.
 */
export function spawnDetached(call: DockerCall, files: { readonly out: string; readonly err: string }): Detached & { readonly ended: Promise<number | null> } {
  const out = openSync(files.out, 'a')
  const err = openSync(files.err, 'a')
  const nothing = openSync(devNull, 'r')
  const stdio: StdioOptions = ['ignore', out, err, ...inherited().map(() => nothing)]
  const env = childEnvironment()
  const child = spawn(...dockerProgram(call.args, env), { cwd: call.folder, env, detached: true, stdio, windowsHide: true })
  for (const file of [out, err, nothing]) closeSync(file)
  child.unref()
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => resolve(code))
    child.once('error', () => resolve(127))
  })
  const pid = child.pid ?? -1
  return { pid, started: startOf(pid), ended }
}

// On Linux a child inherits the window's own sockets: held open by a build they would keep a killed panel's window and
// helper processes alive until its end. So every number up to the highest open one is taken by something harmless.
function inherited(): readonly number[] {
  if (process.platform !== 'linux') return []
  const highest = Math.max(...readdirSync('/proc/self/fd').map(Number))
  return Array.from({ length: Math.max(0, highest - 2) }, (_, at) => at + 3)
}

/** Whether this very process still runs. */
export function isAlive({ pid, started }: Detached): boolean {
  if (pid <= 0) return false
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  return started === null || startOf(pid) === started
}

/** Asks the command and its children to stop, kills them after 10 s, and returns only when it is gone. */
export async function stopDetached(detached: Detached): Promise<void> {
  // It never started, and a number below 1 would mean other processes.
  if (detached.pid <= 0) return
  await ask(detached.pid, 'SIGTERM')
  const until = Date.now() + ASK_MS
  const never = new AbortController().signal
  while (isAlive(detached) && Date.now() < until) await sleep(LOOK_EVERY_MS, never)
  if (!isAlive(detached)) return
  await ask(detached.pid, 'SIGKILL')
  while (isAlive(detached)) await sleep(LOOK_EVERY_MS, never)
}

async function ask(pid: number, how: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (process.platform === 'win32') {
    await execa('taskkill', ['/T', '/F', '/PID', String(pid)], { reject: false })
    return
  }
  try {
    process.kill(-pid, how)
  } catch {
    // It ended by itself meanwhile.
  }
}

/** When a process began, in the system's own count; null where that is not told. Zombies count as gone. */
export function startOf(pid: number): string | null {
  const stat = processStat(pid)
  return stat?.state === 'Z' ? 'gone' : (stat?.started ?? null)
}
