import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import type { ComposeCommand } from '../../core/compose/command'
import { dockerProgram } from '../compose/docker-program'
import { childEnvironment } from '../compose/run-compose'

/** How a reading ended: with Compose's answer, or at one of the limits. */
export type Capped =
  | { readonly kind: 'exited'; readonly code: number; readonly stdout: string; readonly stderr: string }
  | { readonly kind: 'too-long'; readonly seconds: number }
  | { readonly kind: 'too-big' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'cancelled' }

const SECONDS = 10
const MOST_MEMORY = 512 * 2 ** 20
const MOST_OUTPUT = 32 * 2 ** 20
const WATCH_EVERY_MS = 100

// Nothing is fetched while reading.
const ENVIRONMENT = { COMPOSE_EXPERIMENTAL_GIT_REMOTE: '0', COMPOSE_EXPERIMENTAL_OCI_REMOTE: '0' }

/** What a reading gets beside its command: a further file on its standard input, values for variables that have none. */
export interface Aids {
  readonly input?: string
  readonly values?: Readonly<Record<string, string>>
}

/** Runs a command that only reads a project, within 10 s and 512 MB; whatever happens, nothing of it is left running. */
export async function runCapped(command: ComposeCommand, aids: Aids, signal: AbortSignal): Promise<Capped> {
  if (signal.aborted) return { kind: 'cancelled' }
  const env = { ...aids.values, ...childEnvironment(), ...ENVIRONMENT }
  const child = spawn(...capped(...dockerProgram(command.args, env)), {
    cwd: command.folder,
    env,
    detached: process.platform !== 'win32',
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
  })
  // It may end without having read it all.
  child.stdin.on('error', () => undefined).end(aids.input ?? '')
  return new Promise((resolve) => {
    let ending: Capped | null = null
    const output = { out: [] as Buffer[], err: [] as Buffer[], bytes: 0 }
    const end = (how: Capped): void => {
      ending ??= how
      kill(child)
    }
    const keep = (chunks: Buffer[]) => (chunk: Buffer) => {
      output.bytes += chunk.length
      if (output.bytes > MOST_OUTPUT) end({ kind: 'too-big' })
      else chunks.push(chunk)
    }
    const abort = (): void => end({ kind: 'cancelled' })
    const late = setTimeout(() => end({ kind: 'too-long', seconds: SECONDS }), SECONDS * 1000)
    const watch = setInterval(() => void memoryOf(child.pid).then((bytes) => (bytes > MOST_MEMORY ? end({ kind: 'too-big' }) : undefined)), WATCH_EVERY_MS)
    const done = (ended: Capped): void => {
      clearTimeout(late)
      clearInterval(watch)
      signal.removeEventListener('abort', abort)
      resolve(ending ?? ended)
    }
    signal.addEventListener('abort', abort, { once: true })
    child.stdout.on('data', keep(output.out))
    child.stderr.on('data', keep(output.err))
    child.once('error', () => done({ kind: 'not-found' }))
    child.once('close', (code) => done(answer(code, output)))
  })
}

// On Linux the kernel itself refuses memory above the limit, to Compose and whatever it starts.
function capped(program: string, args: string[]): [string, string[]] {
  if (process.platform !== 'linux') return [program, args]
  return ['/bin/sh', ['-c', `ulimit -c 0; ulimit -d ${MOST_MEMORY / 1024} 2>/dev/null; exec "$@"`, 'sh', program, ...args]]
}

function answer(code: number | null, { out, err }: { readonly out: Buffer[]; readonly err: Buffer[] }): Capped {
  const stderr = Buffer.concat(err).toString('utf8')
  if (/^(fatal error: |runtime: )?.*out of memory/m.test(stderr) && code !== 0) return { kind: 'too-big' }
  if (code === 127 && /not found/.test(stderr)) return { kind: 'not-found' }
  return { kind: 'exited', code: code ?? 1, stdout: Buffer.concat(out).toString('utf8'), stderr }
}

function kill(child: ChildProcess): void {
  if (child.pid === undefined) return
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL')
  } catch {
    // It ended by itself meanwhile.
  }
}

// Resident memory of the command and all that it started; 0 where this system does not tell it.
async function memoryOf(pid: number | undefined): Promise<number> {
  if (pid === undefined) return 0
  if (process.platform === 'darwin') return memoryByPs(pid)
  return process.platform === 'linux' ? memoryByProc(pid) : 0
}

async function memoryByProc(pid: number): Promise<number> {
  const own = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '')
  const resident = Number(/^VmRSS:\s+(\d+) kB/m.exec(own)?.[1] ?? 0) * 1024
  const below = await Promise.all(
    children
      .split(' ')
      .filter(Boolean)
      .map((c) => memoryByProc(Number(c))),
  )
  return below.reduce((total, bytes) => total + bytes, resident)
}

// The command leads a process group of its own.
async function memoryByPs(group: number): Promise<number> {
  const stdout = await new Promise<string>((resolve) => execFile('ps', ['-axo', 'pgid=,rss='], (_error, out) => resolve(out)))
  const rows = stdout.split('\n').map((row) => row.trim().split(/\s+/).map(Number))
  return rows.reduce((total, [pgid, kilobytes = 0]) => total + (pgid === group ? kilobytes * 1024 : 0), 0)
}
