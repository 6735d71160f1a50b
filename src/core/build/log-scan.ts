/** Called for each whole line: its place in the stretch, and the step where it is nothing but output of that step. */
export type OnLine = (line: { readonly start: number; readonly end: number; readonly step: string | null }) => void

const OUTPUT = '{"logs":[{"vertex":"'
const END = '}]}\n'

/**
 * Walks through the whole lines of a stretch of records, given one char a byte, without reading JSON: nearly all lines of a
 * talkative build are output of one step. Returns the place after the last whole line.
 */
export function scanLines(text: string, onLine: OnLine): number {
  let start = 0
  let last = ''
  while (start < text.length) {
    const brace = text.startsWith(OUTPUT, start) ? text.indexOf('}', start) : -1
    if (brace !== -1 && text.startsWith(END, brace)) {
      const at = start + OUTPUT.length
      if (last === '' || !text.startsWith(last, at)) last = text.slice(at, text.indexOf('"', at) + 1)
      onLine({ start, end: brace + END.length - 1, step: last.slice(0, -1) })
      start = brace + END.length
      continue
    }
    const newline = text.indexOf('\n', start)
    if (newline === -1) break
    if (newline > start) onLine({ start, end: newline, step: null })
    start = newline + 1
  }
  return start
}

/** The base64 in a line that is nothing but output: where it begins and ends in the stretch. */
export function outputData(text: string, line: { readonly start: number; readonly end: number }): { readonly start: number; readonly end: number } {
  const key = text.indexOf('"data":"', line.start)
  if (key === -1 || key >= line.end) return { start: line.end, end: line.end }
  const start = key + '"data":"'.length
  return { start, end: text.indexOf('"', start) }
}
