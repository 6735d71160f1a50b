import type { LogChunk } from './build'

const GAP = /(\[output clipped, log limit [^\]]*\]\n?|\[[\d,]+ characters of this line are not shown, Save keeps them\])/
const LONGEST_LINE = 16_384
/** So much is drawn in a moment. */
export const LONGEST_CHUNK = 64 * 1024
const KEPT_END = 1000

/** One output as chunks: plain text, gaps where the engine left output out, and where wanted gaps in lines too long to be drawn. */
export function splitOutput(chunk: Omit<LogChunk, 'text'>, text: string, lines: 'whole' | 'drawable'): readonly LogChunk[] {
  const drawable = lines === 'whole' || text.length < LONGEST_LINE ? text : text.split('\n').map(shortened).join('\n')
  const cut = lines === 'whole' ? (piece: string) => [piece] : inChunks
  if (drawable === text && !text.includes('[output clipped')) return cut(text).map((piece) => ({ ...chunk, text: piece }))
  return drawable
    .split(GAP)
    .filter((piece) => piece !== '')
    .flatMap((piece): readonly LogChunk[] =>
      GAP.test(piece) ? [{ ...chunk, text: piece, mark: 'gap' }] : cut(piece).map((part) => ({ ...chunk, text: part })),
    )
}

function inChunks(text: string): readonly string[] {
  const chunks: string[] = []
  let start = 0
  while (text.length - start > LONGEST_CHUNK) {
    // No line is longer than a chunk, so that each ends with a line.
    const end = Math.max(text.lastIndexOf('\n', start + LONGEST_CHUNK - 1) + 1, start + LONGEST_LINE)
    chunks.push(text.slice(start, end))
    start = end
  }
  return [...chunks, text.slice(start)]
}

// By hand, since an expression for so long a line runs out of stack.
function shortened(line: string): string {
  if (line.length < LONGEST_LINE) return line
  const left = line.length - LONGEST_LINE / 2 - KEPT_END
  return `${line.slice(0, LONGEST_LINE / 2)}[${left.toLocaleString('en')} characters of this line are not shown, Save keeps them]${line.slice(-KEPT_END)}`
}
