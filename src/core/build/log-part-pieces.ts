import type { LogChunk } from './build'

const GAP = /(\[output clipped, log limit [^\]]*\]\n?|\[[\d,]+ characters of this line are not shown, Save keeps them\])/
const LONGEST_LINE = 16_384
const TOO_LONG = new RegExp(`[^\\n]{${LONGEST_LINE},}`, 'g')
const KEPT_END = 1000

/** One output as chunks: plain text, gaps where the engine left output out, and where wanted gaps in lines too long to be drawn. */
export function splitOutput(chunk: Omit<LogChunk, 'text'>, text: string, lines: 'whole' | 'drawable'): readonly LogChunk[] {
  const drawable = lines === 'whole' || text.length < LONGEST_LINE ? text : text.replace(TOO_LONG, shortened)
  if (drawable === text && !text.includes('[output clipped')) return [{ ...chunk, text }]
  return drawable
    .split(GAP)
    .filter((piece) => piece !== '')
    .map((piece) => (GAP.test(piece) ? { ...chunk, text: piece, mark: 'gap' } : { ...chunk, text: piece }))
}

function shortened(line: string): string {
  const left = line.length - LONGEST_LINE / 2 - KEPT_END
  return `${line.slice(0, LONGEST_LINE / 2)}[${left.toLocaleString('en')} characters of this line are not shown, Save keeps them]${line.slice(-KEPT_END)}`
}
