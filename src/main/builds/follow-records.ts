import { open } from 'node:fs/promises'
import { scanLines } from '../../core/build/log-scan'
import { sleep } from '../sleep'

/** Lines that were added to a file, and the byte position after them. */
export interface Batch {
  readonly lines: readonly string[]
  readonly bytes: number
}

const CHUNK = 1 << 20
const LOOK_EVERY_MS = 50

/**
 * Reads a growing file of records from its first byte in batches of whole lines, until `ended` says so and all is read.
 * Of a step's output a batch holds one line without the text, since all it tells is that the step said something.
 * A last line without its newline is given too once the file has ended.
 */
export async function* followRecords(path: string, ended: () => boolean, signal: AbortSignal): AsyncGenerator<Batch> {
  const file = await open(path, 'r')
  try {
    const buffer = Buffer.alloc(CHUNK)
    let position = 0
    let rest: Buffer = Buffer.alloc(0)
    for (;;) {
      // Asked before the read, so that what was written just before the end is still read.
      const last = ended() || signal.aborted
      const { bytesRead } = await file.read(buffer, 0, CHUNK, position)
      if (bytesRead > 0) {
        position += bytesRead
        const all = Buffer.concat([rest, buffer.subarray(0, bytesRead)])
        const { lines, next } = linesOf(all)
        rest = all.subarray(next)
        if (next > 0) yield { lines, bytes: position - rest.length }
        continue
      }
      if (last) break
      await sleep(LOOK_EVERY_MS, signal)
    }
    if (rest.length > 0) yield { lines: [rest.toString('utf8')], bytes: position }
  } finally {
    await file.close()
  }
}

function linesOf(bytes: Buffer): { readonly lines: readonly string[]; readonly next: number } {
  // One char a byte, so that a place in the text is a place in the bytes.
  const text = bytes.toString('latin1', 0, bytes.lastIndexOf(10) + 1)
  const lines: string[] = []
  const talking = new Set<string>()
  const next = scanLines(text, ({ start, end, step }) => {
    if (step === null) lines.push(bytes.toString('utf8', start, end))
    else talking.add(step)
  })
  return { lines: [...lines, ...[...talking].map((step) => JSON.stringify({ logs: [{ vertex: step }] }))], next }
}
