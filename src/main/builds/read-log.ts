import { open, type FileHandle } from 'node:fs/promises'
import type { LogPart } from '../../core/build/build'
import { logPart } from '../../core/build/log-part'
import { emptyLogIndex, extendLogIndex, type LogIndex } from '../../core/build/log-part-index'
import { readRecords } from '../../core/records/read-records'
import { buildFolder } from './build-folder'

const PART = 256 * 1024
const INDEX_STEP = 1 << 20
const MOST_LINE = 64 * 1024 * 1024

interface Indexed {
  readonly index: LogIndex
  readonly upTo: number
}

const indexes = new Map<string, Indexed>()

/** A part of a build's log from a byte position of its records; the file is the source, nothing is kept but an index. */
export async function readLog(build: string, from: number): Promise<LogPart> {
  const folder = buildFolder(build)
  const file = await open(folder.records, 'r')
  try {
    const ended = folder.meta.read().outcome !== null
    const { size } = await file.stat()
    for (let length = PART; ; length *= 4) {
      const bytes = await readBytes(file, from, Math.min(length, size - from))
      const complete = ended && from + bytes.length >= size
      const index = await indexUpTo(build, { file, end: from + bytes.length, complete })
      const part = logPart({ bytes, from, complete }, index)
      // A line longer than the part: read more, within reason.
      if (part.next > from || from + bytes.length >= size || length > MOST_LINE) return part
    }
  } finally {
    await file.close()
  }
}

async function indexUpTo(build: string, { file, end, complete }: { readonly file: FileHandle; readonly end: number; readonly complete: boolean }): Promise<LogIndex> {
  let { index, upTo } = indexes.get(build) ?? { index: emptyLogIndex, upTo: 0 }
  let step = INDEX_STEP
  while (upTo < end) {
    const bytes = await readBytes(file, upTo, Math.min(step, end - upTo))
    const { records, next } = readRecords({ bytes, from: upTo, complete: complete && upTo + bytes.length >= end })
    if (next === upTo && bytes.length < step) break
    if (next === upTo) step *= 4
    index = extendLogIndex(index, records)
    upTo = next
  }
  indexes.set(build, { index, upTo })
  return index
}

async function readBytes(file: FileHandle, from: number, length: number): Promise<Uint8Array> {
  if (length <= 0) return new Uint8Array(0)
  const buffer = Buffer.alloc(length)
  const { bytesRead } = await file.read(buffer, 0, length, from)
  return buffer.subarray(0, bytesRead)
}
