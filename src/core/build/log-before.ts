import { parseBuildkitLine } from '../records/buildkit'
import { decodeBytes, logText } from '../records/log-text'
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

function linesIn(line: string, step: string | undefined): number {
  const record = parseBuildkitLine(line)
  if (record?.kind !== 'progress') return 0
  let count = 0
  for (const log of record.logs) {
    if (step !== undefined && log.vertex !== step) continue
    const { text } = logText(log)
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1
  }
  return count
}
