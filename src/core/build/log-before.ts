import { parseBuildkitLine } from '../records/buildkit'
import { logText } from '../records/log-text'
import { scanLines } from './log-scan'

/** How many lines are wanted, of everything or of one step. */
export interface LinesWish {
  readonly lines: number
  readonly step?: string | undefined
}

/** The record in which the last so many lines of a stretch begin (null where there are fewer), and how many are missing. */
export function recordBeforeLines(text: string, { lines, step }: LinesWish): { readonly at: number | null; readonly left: number } {
  const talking: { readonly start: number; readonly end: number }[] = []
  const end = text.endsWith('\n') ? text : `${text}\n`
  scanLines(end, (line) => {
    if (line.step === null || step === undefined || line.step === step) talking.push(line)
  })
  let left = lines
  for (const line of talking.reverse()) {
    left -= linesIn(end.slice(line.start, line.end), step)
    if (left <= 0) return { at: line.start, left: 0 }
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
