import { parseBuildkitLine } from '../records/buildkit'
import { decodeBytes } from '../records/log-text'
import type { Build } from './build'
import { applyRecord, stepsSpoke } from './build-steps'
import { draftIndex, type LogIndex } from './log-part-index'
import { scanLines } from './log-scan'

/** What the records of a build tell up to a byte position: the build, and where its log can be read. */
export interface Walked {
  readonly build: Build
  readonly index: LogIndex
}

/** The same after the stretch that follows; a last line that is not whole is left out. `now` is this computer's clock. */
export function walkRecords({ build: before, index }: Walked, bytes: Uint8Array, now: number): Walked {
  const draft = draftIndex(index)
  const written = new Map<string, number>()
  let build = before
  // Of many lines of one step only the first and the last matter.
  let talking: { readonly step: string; last: number; written: number } | null = null
  const flush = (): void => {
    if (!talking) return
    draft.output(talking.step, index.upTo + talking.last)
    written.set(talking.step, (written.get(talking.step) ?? 0) + talking.written)
    talking = null
  }
  const next = scanLines(bytes, (start, end, step) => {
    if (step !== null && talking?.step === step) {
      talking.last = start
      talking.written += dataLength(start, end, step)
      return
    }
    flush()
    if (step !== null) {
      draft.output(step, index.upTo + start)
      talking = { step, last: start, written: dataLength(start, end, step) }
      return
    }
    const record = parseBuildkitLine(decodeBytes(bytes.subarray(start, end)))
    if (!record) return
    draft.record(record, index.upTo + start)
    build = applyRecord(build, record, now).build
  })
  flush()
  const upTo = index.upTo + next
  return { build: { ...stepsSpoke(build, written, now), logBytes: upTo }, index: draft.done(upTo) }
}

// What the line is beside its data and the step's name; the time stamp's length differs a little, which is not much.
const ENVELOPE = '{"logs":[{"vertex":"","stream":1,"data":"","timestamp":"2026-01-01T00:00:00.123456789Z"}]}'.length

function dataLength(start: number, end: number, step: string): number {
  return Math.max(0, end - start - step.length - ENVELOPE)
}

/** The steps that are not as they were. */
export function changedSteps(before: Build, after: Build): Build['steps'] {
  return after.steps.filter((step, place) => step !== before.steps[place])
}
