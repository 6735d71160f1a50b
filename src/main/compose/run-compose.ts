import { execa } from 'execa'
import { composeEnvironment } from '../../core/compose/environment'
import { dockerProgram } from './docker-program'

/** How a command ended: exit code with whole output, or the reason why there is no code. */
export type Ran =
  | { readonly kind: 'exited'; readonly code: number; readonly stdout: string; readonly stderr: string; readonly duration: number }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'timed-out'; readonly seconds: number }
  | { readonly kind: 'not-found' }

/** What to run: arguments after `docker`, where, within how many seconds. */
export interface DockerCall {
  readonly args: readonly string[]
  readonly folder?: string
  readonly seconds?: number
  readonly input?: Uint8Array
  readonly environment?: Readonly<Record<string, string>>
}

const PATIENCE_S = 60
const KILL_AFTER_MS = 10_000
const MOST_OUTPUT = 20_000_000

/** The environment of every child process: what Docker needs, and nothing that a project could spy out. */
export function childEnvironment(): Record<string, string> {
  return composeEnvironment(process.env, process.platform)
}

/** Runs one docker command to its end; asks it to stop on abort, kills after 10 s, and only then says cancelled. */
export async function runDocker(call: DockerCall, signal: AbortSignal): Promise<Ran> {
  const seconds = call.seconds ?? PATIENCE_S
  const began = performance.now()
  const env = { ...childEnvironment(), ...call.environment }
  const result = await execa(...dockerProgram(call.args, env), {
    cwd: call.folder ?? process.cwd(),
    env,
    extendEnv: false,
    reject: false,
    stripFinalNewline: true,
    ...(call.input ? { input: call.input } : { stdin: 'ignore' as const }),
    timeout: seconds * 1000,
    maxBuffer: MOST_OUTPUT,
    cancelSignal: signal,
    forceKillAfterDelay: KILL_AFTER_MS,
  })
  if (result.isCanceled) return { kind: 'cancelled' }
  if (result.timedOut) return { kind: 'timed-out', seconds }
  if (result.exitCode === undefined && 'code' in result && result.code === 'ENOENT') return { kind: 'not-found' }
  return {
    kind: 'exited',
    code: result.exitCode ?? 1,
    stdout: result.stdout ?? '',
    stderr: result.stderr ?? '',
    duration: Math.round(performance.now() - began),
  }
}
