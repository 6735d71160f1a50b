import { decodeBytes } from '../records/log-text'
import { linesIn } from './log-count'
import { scanLines } from './log-scan'

/** How many lines are wanted, of everything or of one step. */
export interface LinesWish {
  readonly lines: number
  readonly step?: string | undefined
}

/** The record in which the last so many lines of a stretch of whole records begin (null where there are fewer), and how many are missing. */
export function recordBeforeLines(bytes: Uint8Array, { lines, step }: LinesWish): { readonly at: number | null; readonly left: number } {
  const talking: { readonly start: number; readonly end: number }[] = []
  const next = scanLines(bytes, (start, end, speaker) => {
    if (speaker === null || step === undefined || speaker === step) talking.push({ start, end })
  })
  if (next < bytes.length) talking.push({ start: next, end: bytes.length })
  let left = lines
  for (const { start, end } of talking.reverse()) {
    left -= linesIn(decodeBytes(bytes.subarray(start, end)), step)
    if (left <= 0) return { at: start, left: 0 }
  }
  return { at: null, left }
}
