import { open, type FileHandle } from 'node:fs/promises'
import type { LogPart } from '../../core/build/build'
import { logPart, type Carry } from '../../core/build/log-part'
import type { LogIndex } from '../../core/build/log-part-index'
import { buildFolder, type BuildFolder } from './build-folder'
import { walkOf } from './walk-build'

/** Which part of a log: from a byte position of its records, and where wanted not beyond another. */
export interface PartWish {
  readonly from: number
  readonly to?: number | undefined
  /** Lines that are too long to be drawn are cut, unless the whole is wanted. */
  readonly lines?: 'whole'
}

const PART = 256 * 1024
const MOST_LINE = 64 * 1024 * 1024
const NEAR = 8 * 1024 * 1024

// What the part after the last one needs; a reader elsewhere does without.
const carries = new Map<string, { readonly at: number; readonly carry: Carry }>()

/** A part of a build's log; the file is the source, nothing is kept of it but an index. */
export async function readLog(build: string, { from, to = Infinity, lines }: PartWish): Promise<LogPart> {
  const folder = buildFolder(build)
  const ended = folder.meta.read().outcome !== null
  const file = await open(folder.records, 'r')
  try {
    const { size } = await file.stat()
    const end = Math.min(size, to)
    const before = carries.get(build)
    for (let length = PART; ; length *= 4) {
      const bytes = await readBytes(file, from, Math.min(length, end - from))
      const complete = ended && from + bytes.length >= size
      const index = await indexFor(folder, from + bytes.length)
      const { part, carry } = logPart({ bytes, from, complete }, index, { before: before?.at === from ? before.carry : {}, lines: lines ?? 'drawable' })
      // A line longer than the part: read more, within reason.
      if (part.next === from && from + bytes.length < end && length <= MOST_LINE) continue
      carries.set(build, { at: part.next, carry })
      return part
    }
  } finally {
    await file.close()
  }
}

// Far from what is known nobody waits: the log is shown without the numbers of its steps until they are known.
async function indexFor(folder: BuildFolder, end: number): Promise<LogIndex> {
  const walk = walkOf(folder)
  const left = end - walk.known().index.upTo
  if (left > 0) {
    const going = walk.on()
    if (left < NEAR) await going
    else void going.catch(() => undefined)
  }
  return walk.known().index
}

async function readBytes(file: FileHandle, from: number, length: number): Promise<Uint8Array> {
  if (length <= 0) return new Uint8Array(0)
  const buffer = Buffer.alloc(length)
  const { bytesRead } = await file.read(buffer, 0, length, from)
  return buffer.subarray(0, bytesRead)
}
