import { spawn } from 'node:child_process'
import { mkdirSync, openSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { lastLines } from '../../lib/run.mjs'
import { say, SetupFailure, timeSince } from '../../lib/say.mjs'
import { daemonEnv } from './packages.mjs'
import { ping } from './ping.mjs'

const START_DEADLINE = 60_000
const STOP_DEADLINE = 60_000

/** Starts the private engine, which outlives this command, and waits until it answers. */
export async function startDaemon(folders) {
  const start = performance.now()
  rmSync(folders.run, { recursive: true, force: true })
  mkdirSync(folders.run, { recursive: true, mode: 0o700 })
  const log = openSync(folders.log, 'w')
  const flags = ['--data-root', folders.data, '--exec-root', join(folders.run, 'exec'), '-p', folders.pid, '-H', folders.host]
  const daemon = spawn(join(folders.packages, 'usr/sbin/dockerd'), flags, {
    env: daemonEnv(folders.packages),
    detached: true,
    stdio: ['ignore', log, log],
  })
  // A program that cannot be started has no process id; the loop below ends at once.
  daemon.on('error', () => {})
  daemon.unref()
  while (daemon.pid !== undefined && daemon.exitCode === null && performance.now() - start < START_DEADLINE) {
    if ((await ping(folders.host)) === 'answers') {
      say(`Engine: a private Docker engine runs (${timeSince(start)})`)
      return
    }
    await sleep(100)
  }
  throw new SetupFailure({
    what: 'The private Docker engine did not start.',
    why: lastLines(readFileSync(folders.log, 'utf8')),
    todo: `read ${folders.log}; in a container, start it with --privileged, or install Docker yourself and start it.`,
  })
}

/** Stops the private engine with all its containers and waits for its end; returns whether one ran. */
export async function stopDaemon(folders) {
  const pid = daemonPid(folders)
  if (pid === undefined) return false
  process.kill(pid, 'SIGTERM')
  for (const start = performance.now(); daemonPid(folders) !== undefined; await sleep(100)) {
    if (performance.now() - start > STOP_DEADLINE) {
      throw new SetupFailure({
        what: 'The private Docker engine does not stop.',
        why: `process ${pid} still runs a minute after it was asked to end`,
        todo: `read ${folders.log}, or end it with: kill -9 ${pid}`,
      })
    }
  }
  rmSync(folders.run, { recursive: true, force: true })
  return true
}

/** The private engine's process id, if it runs; a number left behind by a crash belongs to nobody or somebody else. */
export function daemonPid(folders) {
  try {
    const pid = Number(readFileSync(folders.pid, 'utf8'))
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
    return command.includes(folders.data) ? pid : undefined
  } catch {
    return undefined
  }
}

/** The process id of another dockerd in this network, if any: a second one would tear down its firewall rules. */
export function foreignDaemonPid(folders, processes = listProcesses()) {
  return processes.find(({ command }) => command[0]?.endsWith('dockerd') && !command.includes(folders.data))?.pid
}

function listProcesses() {
  const network = statSync('/proc/self/ns/net').ino
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .flatMap((pid) => {
      try {
        if (statSync(`/proc/${pid}/ns/net`).ino !== network) return []
        return [{ pid, command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0') }]
      } catch {
        return [] // It has ended in the meantime.
      }
    })
}
