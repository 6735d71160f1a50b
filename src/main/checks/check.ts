import type { CheckFix, CheckId, CheckResult, Verdict } from '../../core/check/check'
import type { Variant } from '../../core/project/project'
import type { Ran } from '../compose/run-compose'
import type { Telling, Tools } from '../operations/tools'
import type { Ground } from './ground/ground'

/** What a check looks at: the tools, the version, its package as it is now, and what the checks of a run share. */
export interface Subject {
  readonly tools: Tools
  readonly variant: Variant
  readonly digest: string | null
  readonly ground: Ground
}

/** What a check found; who, when and how long is added by the run. */
export type Finding = Pick<CheckResult, 'verdict' | 'summary' | 'command' | 'output' | 'exitCode'> & {
  readonly fix?: CheckFix | null
  /** The package that was looked at, where it is not the one that was built last. */
  readonly digest?: string
}

/** The command behind a finding, what it printed, and how it ended. */
export type Evidence = Pick<Finding, 'command' | 'output' | 'exitCode'>

/** What a check has to wait for in a run of all of them: nothing, the build, or every other look at the app. */
export type Turn = 'at-once' | 'after-build' | 'last'

/** One promise and how it is tried; one file each. */
export interface Check {
  readonly id: CheckId
  readonly turn: Turn
  run(subject: Subject, signal: AbortSignal): AsyncGenerator<Telling, Finding>
}

/** A finding without a command behind it. */
export function found(verdict: Verdict, summary: string): Finding {
  return { verdict, summary, command: '', output: '', exitCode: null }
}

/** A check that only runs one thing and reads it. */
export function simpleCheck({ id, turn }: Pick<Check, 'id' | 'turn'>, run: (subject: Subject, signal: AbortSignal) => Promise<Finding>): Check {
  return {
    id,
    turn,
    // eslint-disable-next-line require-yield
    async *run(subject, signal) {
      return run(subject, signal)
    },
  }
}

/** The finding for a command that did not come to an exit code: it could not run, which is never a pass. */
export function couldNotRun(command: string, ran: Exclude<Ran, { kind: 'exited' }>): Finding {
  const words = { cancelled: 'Cancelled', 'timed-out': 'No answer in time', 'not-found': 'Docker’s command is missing' }
  return { verdict: 'could-not-run', summary: words[ran.kind], command, output: '', exitCode: null }
}

/** The evidence of a command that came to its end. */
export function evidenceOf(command: string, ran: Extract<Ran, { kind: 'exited' }>): Evidence {
  return { command, output: [ran.stdout, ran.stderr].filter((text) => text.trim() !== '').join('\n'), exitCode: ran.code }
}
