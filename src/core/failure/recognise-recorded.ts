import { applyRecord, emptyBuild } from '../build/build-steps'
import { parseBuildkitLine } from '../records/buildkit'
import type { Failed } from './recognise'
import { buildLines } from './recognise-lines'

/** What `scripts/record-failures.mjs` keeps of a failure that it made happen. */
export interface Recording {
  readonly name: string
  /** What was made to happen, in plain words. */
  readonly what: string
  readonly context: Failed['context']
  readonly command: string
  readonly code: number | null
  /** The files that the project held. */
  readonly files: readonly string[]
  readonly records: readonly unknown[]
  readonly output: readonly string[]
  readonly stderr: readonly string[]
}

/** The lines of a recorded failure, taken the same way as those of a real one. */
export function linesOf({ records, output, stderr }: Recording): readonly string[] {
  const text = records.map((record) => `${JSON.stringify(record)}\n`).join('')
  const build = text.split('\n').reduce(
    (before, line) => {
      const record = parseBuildkitLine(line)
      return record ? applyRecord(before, record, 0).build : before
    },
    emptyBuild('recorded', 'cpu', 0),
  )
  const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0))
  return buildLines({ build, end: { bytes, from: 0, complete: true }, errors: [...output, ...stderr].join('\n') })
}
