import { open } from 'node:fs/promises'
import { sleep } from '../sleep'

/** Whole lines that were added to a file, and the byte position after them. */
export interface Batch {
  readonly lines: readonly string[]
  readonly bytes: number
}

const CHUNK = 1 << 20
const LOOK_EVERY_MS = 50
const NEWLINE = 10

/**
 * Reads a growing file from its first byte in batches of whole lines, until `ended` says so and all is read.
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
        const cut = all.lastIndexOf(NEWLINE) + 1
        rest = all.subarray(cut)
        if (cut > 0) yield { lines: all.toString('utf8', 0, cut - 1).split('\n'), bytes: position - rest.length }
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
