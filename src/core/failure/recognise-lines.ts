import type { Build } from '../build/build'
import { lastOutput } from '../build/log-part-last'
import { composeMessages } from '../records/compose-progress'
import type { RecordBytes } from '../records/read-records'

/** All that is left of a build that failed: its steps, the end of its records file, and its standard error. */
export interface BuildRemains {
  readonly build: Build
  readonly end: RecordBytes
  readonly errors: string
}

/** The lines that tell why a build failed: the failed steps' last output, their errors, then what Compose said last. */
export function buildLines({ build, end, errors }: BuildRemains): readonly string[] {
  const failed = build.steps.filter((step) => step.state === 'failed')
  const output = lastOutput(
    end,
    failed.map((step) => step.id),
  )
  return [...output, ...failed.flatMap((step) => step.error?.split('\n') ?? []), ...composeMessages(errors)]
}
