import { asTyped, type ComposeCommand, type ProjectPlace } from '../../core/compose/command'
import { config } from '../../core/compose/config'
import { explain } from '../../core/failure/explain'
import type { Problem } from '../../core/failure/failure'
import { recognise } from '../../core/failure/recognise'
import { composeConfig, type ComposeConfig } from '../../core/project/compose-config'
import { runCapped, type Aids, type Capped } from './compose-capped'

/** What Compose said about a project with some of its profiles. */
export type Answer =
  | { readonly kind: 'read'; readonly config: ComposeConfig; readonly said: readonly string[] }
  | { readonly kind: 'refused'; readonly problem: Problem }

/** What is asked about: the project's files and what helps to read them. */
export interface Question {
  readonly place: ProjectPlace
  readonly aids: Aids
}

/** Asks Compose for the merged configuration with these profiles. */
export async function ask({ place, aids }: Question, profiles: readonly string[], signal: AbortSignal): Promise<Answer> {
  const command = config(place, profiles)
  return answerOf(command, await runCapped(command, aids, signal))
}

/** What Compose's output means. */
export function answerOf(command: ComposeCommand, ran: Capped): Answer {
  switch (ran.kind) {
    case 'exited': {
      const lines = ran.stderr.split('\n').filter(Boolean)
      if (ran.code !== 0) return { kind: 'refused', problem: problemOf(asTyped(command), ran.code, lines) }
      const parsed = composeConfig.safeParse(json(ran.stdout))
      return parsed.success
        ? { kind: 'read', config: parsed.data, said: lines }
        : refusal('Docker’s answer about the project could not be understood', command.args)
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
