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
  const spoke = new Set<string>()
  let build = before
  // Of many lines of one step only the first and the last matter.
  let talking: { readonly step: string; last: number } | null = null
  const flush = (): void => {
    if (talking) draft.output(talking.step, index.upTo + talking.last)
    talking = null
  }
  const next = scanLines(bytes, (start, end, step) => {
    if (step !== null && talking?.step === step) {
      talking.last = start
      return
    }
    flush()
    if (step !== null) {
      draft.output(step, index.upTo + start)
      spoke.add(step)
      talking = { step, last: start }
      return
    }
    const record = parseBuildkitLine(decodeBytes(bytes.subarray(start, end)))
    if (!record) return
    draft.record(record, index.upTo + start)
    build = applyRecord(build, record, now).build
  })
  flush()
  const upTo = index.upTo + next
  return { build: { ...stepsSpoke(build, [...spoke], now), logBytes: upTo }, index: draft.done(upTo) }
}

/** The steps that are not as they were. */
export function changedSteps(before: Build, after: Build): Build['steps'] {
  return after.steps.filter((step, place) => step !== before.steps[place])
}
