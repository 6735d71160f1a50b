import { parseBuildkitLine } from '../records/buildkit'
import { decodeBytes, logText } from '../records/log-text'
import { scanLines } from './log-scan'

/** How many lines of output a stretch of records ends, of all steps or of one, and the place after its last whole record. */
export function countLines(bytes: Uint8Array, step: string | undefined): { readonly lines: number; readonly next: number } {
  let lines = 0
  const next = scanLines(bytes, (start, end, speaker) => {
    if (speaker === null || step === undefined || speaker === step) lines += linesIn(decodeBytes(bytes.subarray(start, end)), step)
  })
  return { lines, next }
}

/** How many lines of output one record ends, of all steps or of one. */
export function linesIn(record: string, step: string | undefined): number {
  const read = parseBuildkitLine(record)
  if (read?.kind !== 'progress') return 0
  let count = 0
  for (const log of read.logs) {
    if (step !== undefined && log.vertex !== step) continue
    const { text } = logText(log)
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1
  }
  return count
}
