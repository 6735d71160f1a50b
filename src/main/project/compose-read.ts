import type { ProjectPlace } from '../../core/compose/command'
import type { Problem } from '../../core/failure/failure'
import type { ComposeConfig } from '../../core/project/compose-config'
import { ask, type Answer } from './compose-answer'
import type { Aids } from './compose-capped'

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
export interface Task {
  readonly place: ProjectPlace
  readonly profiles: readonly string[]
  readonly active: readonly string[]
  readonly aids: Aids
  /** Compose's answer about all profiles at once, where it was asked already. */
  readonly whole: Answer | null
}

const MOST_PROFILES = 24
const AT_A_TIME = 4

/** Asks Compose for everything at once and, where that fails, for one profile at a time. */
export async function readConfig(task: Task, signal: AbortSignal): Promise<Read> {
  const whole = task.whole ?? (await ask(task, ['*'], signal))
  if (whole.kind === 'read') return { ...whole, broken: [] }
  const profiles = task.profiles.filter((p) => p !== '').slice(0, MOST_PROFILES)
  if (profiles.length === 0 || !ofOneProfile(whole.problem)) return whole
  const answers = await askEach([null, ...profiles], task, signal)
  const read = answers.flatMap(({ answer }) => (answer.kind === 'read' ? [answer] : []))
  const broken = answers.flatMap(({ profile, answer }) => (answer.kind === 'refused' && profile !== null ? [{ profile, problem: answer.problem }] : []))
  const services = Object.assign({}, ...read.map((r) => r.config.services ?? {})) as NonNullable<ComposeConfig['services']>
  const [first] = read
  if (!first || Object.keys(services).length === 0) return whole
  const merged = Object.assign({}, ...read.map((r) => r.config)) as ComposeConfig
  return {
    kind: 'read',
    config: { ...merged, volumes: Object.assign({}, ...read.map((r) => r.config.volumes ?? {})), services },
    said: [...new Set(read.flatMap((r) => r.said))],
    broken,
  }
}

// Faults that only services that start together can have; all others fail every profile alike.
function ofOneProfile({ evidence }: Problem): boolean {
  return evidence.some((line) =>
    /container name .* already in use|env file .* not found|label file|depends on undefined service|dependency cycle|no such file or directory/.test(line),
  )
}

interface Asked {
  readonly profile: string | null
  readonly answer: Answer
}

// A few at a time: with all at once on a slow computer each could meet its time limit.
async function askEach(profiles: readonly (string | null)[], task: Task, signal: AbortSignal): Promise<readonly Asked[]> {
  const answers: Asked[] = []
  for (let i = 0; i < profiles.length; i += AT_A_TIME) {
    const few = profiles.slice(i, i + AT_A_TIME)
    answers.push(...(await Promise.all(few.map(async (profile) => ({ profile, answer: await ask(task, asked(profile, task), signal) })))))
  }
  return answers
}

// No name at all leaves the choice to the project's own settings.
function asked(profile: string | null, { active }: Task): readonly string[] {
  return profile === null ? [] : [...active.filter((p) => p !== profile), profile]
}
