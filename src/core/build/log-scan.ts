import { decodeBytes } from '../records/log-text'

/** Called for each whole line with its place in the stretch, and with the step where it is nothing but output of that step. */
export type OnLine = (start: number, end: number, step: string | null) => void

const OUTPUT = bytesOf('{"logs":[{"vertex":"')
const QUOTE = 34
const BRACE = 125
const BRACKET = 93
const NEWLINE = 10

/**
 * Walks through the whole lines of a stretch of records without reading JSON or making text: nearly all lines of a talkative
 * build are output of one step. Returns the place after the last whole line.
 */
export function scanLines(bytes: Uint8Array, onLine: OnLine): number {
  let start = 0
  // A line of the step that spoke last begins like the line before it.
  let head: Uint8Array = OUTPUT
  let step = ''
  while (start < bytes.length) {
    if (step === '' || !beginsWith(bytes, start, head)) {
      const quote = beginsWith(bytes, start, OUTPUT) ? bytes.indexOf(QUOTE, start + OUTPUT.length) : -1
      step = quote === -1 ? '' : decodeBytes(bytes.subarray(start + OUTPUT.length, quote))
      head = bytes.subarray(start, quote + 1)
    }
    const brace = step === '' ? -1 : bytes.indexOf(BRACE, start + head.length)
    if (brace !== -1 && bytes[brace + 1] === BRACKET && bytes[brace + 2] === BRACE && bytes[brace + 3] === NEWLINE) {
      onLine(start, brace + 3, step)
      start = brace + 4
      continue
    }
    const newline = bytes.indexOf(NEWLINE, start)
    if (newline === -1) break
    if (newline > start) onLine(start, newline, null)
    start = newline + 1
  }
  return start
}

function beginsWith(bytes: Uint8Array, start: number, head: Uint8Array): boolean {
  for (let at = 0; at < head.length; at++) if (bytes[start + at] !== head[at]) return false
  return true
}

/** The base64 in a line that is nothing but output, given one char a byte: where it begins and ends in the stretch. */
export function outputData(text: string, line: { readonly start: number; readonly end: number }): { readonly start: number; readonly end: number } {
  const key = text.indexOf('"data":"', line.start)
  if (key === -1 || key >= line.end) return { start: line.end, end: line.end }
  const start = key + '"data":"'.length
  return { start, end: text.indexOf('"', start) }
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0))
}
