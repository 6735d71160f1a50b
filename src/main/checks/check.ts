import type { CheckId, CheckResult, Verdict } from '../../core/check/check'
import type { Variant } from '../../core/project/project'
import type { Ran } from '../compose/run-compose'
import type { Telling, Tools } from '../operations/tools'

/** What a check looks at: the tools, the version, and its package as it was when the run began. */
export interface Subject {
  readonly tools: Tools
  readonly variant: Variant
  readonly digest: string | null
}

/** What a check found; who, when and how long is added by the run. */
export type Finding = Pick<CheckResult, 'verdict' | 'summary' | 'command' | 'output' | 'exitCode'>

/** One promise and how it is tried; one file each. */
export interface Check {
  readonly id: CheckId
  run(subject: Subject, signal: AbortSignal): AsyncGenerator<Telling, Finding>
}

/** A finding without a command behind it. */
export function found(verdict: Verdict, summary: string): Finding {
  return { verdict, summary, command: '', output: '', exitCode: null }
}

/** A check that only runs one thing and reads it. */
export function simpleCheck(id: CheckId, run: (subject: Subject, signal: AbortSignal) => Promise<Finding>): Check {
  return {
    id,
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
