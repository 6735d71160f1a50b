import type { LogChunk } from './build'

const GAP = /(\[output clipped, log limit [^\]]*\]\n?|\[[\d,]+ characters of this line are not shown, Save keeps them\])/
const LONGEST_LINE = 16_384
const KEPT_END = 1000

/** One output as chunks: plain text, gaps where the engine left output out, and where wanted gaps in lines too long to be drawn. */
export function splitOutput(chunk: Omit<LogChunk, 'text'>, text: string, lines: 'whole' | 'drawable'): readonly LogChunk[] {
  const drawable = lines === 'whole' || text.length < LONGEST_LINE ? text : text.split('\n').map(shortened).join('\n')
  if (drawable === text && !text.includes('[output clipped')) return [{ ...chunk, text }]
  return drawable
    .split(GAP)
    .filter((piece) => piece !== '')
    .map((piece) => (GAP.test(piece) ? { ...chunk, text: piece, mark: 'gap' } : { ...chunk, text: piece }))
}

// By hand, since an expression for so long a line runs out of stack.
function shortened(line: string): string {
  if (line.length < LONGEST_LINE) return line
  const left = line.length - LONGEST_LINE / 2 - KEPT_END
  return `${line.slice(0, LONGEST_LINE / 2)}[${left.toLocaleString('en')} characters of this line are not shown, Save keeps them]${line.slice(-KEPT_END)}`
}
