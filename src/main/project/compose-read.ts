import { asTyped, type ProjectPlace } from '../../core/compose/command'
import { config } from '../../core/compose/config'
import { explain } from '../../core/failure/explain'
import type { Problem } from '../../core/failure/failure'
import { recognise } from '../../core/failure/recognise'
import { composeConfig, type ComposeConfig } from '../../core/project/compose-config'
import { runCapped, type Aids } from './compose-capped'

/** Compose's answer about a project; profiles that it refuses while it accepts others are named with the reason. */
export type Read =
  | { readonly kind: 'read'; readonly config: ComposeConfig; readonly said: readonly string[]; readonly broken: readonly BrokenProfile[] }
  | { readonly kind: 'refused'; readonly problem: Problem }

/** A profile that cannot be used as the project lies there. */
export interface BrokenProfile {
  readonly profile: string
  readonly problem: Problem
}

/** What is to be read: the files, and which profiles there are to try when Compose cannot read all of them at once. */
export interface Reading {
  readonly place: ProjectPlace
  readonly profiles: readonly string[]
  readonly active: readonly string[]
  readonly aids: Aids
}

const MOST_PROFILES = 24

/** Asks Compose for everything at once and, where that fails, for one profile at a time. */
export async function readConfig(reading: Reading, signal: AbortSignal): Promise<Read> {
  const whole = await ask(reading, ['*'], signal)
  if (whole.kind === 'read') return { ...whole, broken: [] }
  const profiles = reading.profiles.filter((p) => p !== '').slice(0, MOST_PROFILES)
  if (profiles.length === 0 || !ofOneProfile(whole.problem)) return whole
  const answers = await Promise.all([null, ...profiles].map(async (profile) => ({ profile, answer: await ask(reading, asked(profile, reading), signal) })))
  const read = answers.flatMap(({ answer }) => (answer.kind === 'read' ? [answer] : []))
  const broken = answers.flatMap(({ profile, answer }) => (answer.kind === 'refused' && profile !== null ? [{ profile, problem: answer.problem }] : []))
  const services = Object.assign({}, ...read.map((r) => r.config.services ?? {})) as NonNullable<ComposeConfig['services']>
  const [first] = read
  if (!first || Object.keys(services).length === 0) return whole
  const merged = Object.assign({}, ...read.map((r) => r.config)) as ComposeConfig
  return { kind: 'read', config: { ...merged, volumes: Object.assign({}, ...read.map((r) => r.config.volumes ?? {})), services }, said: [...new Set(read.flatMap((r) => r.said))], broken }
}

// Faults that only services that start together can have; all others fail every profile alike.
function ofOneProfile({ evidence }: Problem): boolean {
  return evidence.some((line) => /container name .* already in use|env file .* not found|label file|depends on undefined service|dependency cycle|no such file or directory/.test(line))
}

// No name at all leaves the choice to the project's own settings.
function asked(profile: string | null, { active }: Reading): readonly string[] {
  return profile === null ? [] : [...active.filter((p) => p !== profile), profile]
}

type Answer =
  | { readonly kind: 'read'; readonly config: ComposeConfig; readonly said: readonly string[] }
  | { readonly kind: 'refused'; readonly problem: Problem }

async function ask({ place, aids }: Reading, profiles: readonly string[], signal: AbortSignal): Promise<Answer> {
  const command = config(place, profiles)
  const ran = await runCapped(command, aids, signal)
  switch (ran.kind) {
    case 'exited': {
      const lines = ran.stderr.split('\n').filter(Boolean)
      if (ran.code !== 0) return { kind: 'refused', problem: problemOf(asTyped(command), ran.code, lines) }
      const parsed = composeConfig.safeParse(json(ran.stdout))
      return parsed.success ? { kind: 'read', config: parsed.data, said: lines } : refusal('Docker’s answer about the project could not be understood', command.args)
    }
    case 'not-found':
      return { kind: 'refused', problem: explain({ kind: 'compose-missing' }, []) }
    case 'too-long':
      return refusal(`Reading it took longer than ${ran.seconds} seconds and was stopped`, command.args)
    case 'too-big':
      return refusal('Reading it would have filled this computer’s memory and was stopped', command.args)
    case 'cancelled':
      return refusal('Reading was cancelled', command.args)
  }
}

// What Docker says without a pattern of ours still names the cause: its last line, without the time before it.
function problemOf(command: string, code: number, lines: readonly string[]): Problem {
  const failure = recognise({ command, code, lines, context: 'config' })
  if (failure.kind !== 'unknown') return explain(failure, lines)
  const detail = (lines.findLast((line) => !line.startsWith('time="')) ?? 'Docker gave no reason').trim()
  return explain({ kind: 'project-invalid', line: null, detail }, lines)
}

function refusal(detail: string, args: readonly string[]): Answer {
  return { kind: 'refused', problem: explain({ kind: 'project-invalid', line: null, detail }, [asTyped({ args, folder: '' })]) }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
