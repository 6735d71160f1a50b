import { open, type FileHandle } from 'node:fs/promises'
import { setImmediate as breath } from 'node:timers/promises'
import { recordBeforeLines } from '../../core/build/log-before'
import { buildFolder, type BuildFolder } from './build-folder'
import { walkOf } from './walk-build'

/** A place in a log: where its last lines begin, of everything or of one step, or where a step's output begins. */
export type PlaceWish =
  | { readonly kind: 'last'; readonly lines: number; readonly before?: number | undefined; readonly step?: string | undefined }
  | { readonly kind: 'step'; readonly step: string }

const CHUNK = 512 * 1024
/** Other steps may have spoken all the way back to where this one began. */
const FURTHEST = 32 * 1024 * 1024

/** The byte position of a place in a build's records; a place that is not there yet is the end. */
export async function logPlace(build: string, wish: PlaceWish): Promise<number> {
  const folder = buildFolder(build)
  const file = await open(folder.records, 'r')
  try {
    const { size } = await file.stat()
    if (wish.kind === 'step') {
      if (firstOutput(folder, wish.step) === undefined) await walkOf(folder).on()
      return firstOutput(folder, wish.step) ?? size
    }
    return await before(file, { ...wish, end: Math.min(size, wish.before ?? size), first: wish.step === undefined ? 0 : (firstOutput(folder, wish.step) ?? 0) })
  } finally {
    await file.close()
  }
}

interface Backwards {
  readonly lines: number
  readonly step?: string | undefined
  readonly end: number
  readonly first: number
}

async function before(file: FileHandle, { lines, step, end, first }: Backwards): Promise<number> {
  let left = lines
  let at = end
  for (let chunk = CHUNK; at > first && end - at < FURTHEST;) {
    const from = Math.max(first, at - chunk)
    const buffer = Buffer.alloc(at - from)
    await file.read(buffer, 0, buffer.length, from)
    // The first line may be cut, except at the very beginning.
    const start = from === first ? 0 : buffer.indexOf(10) + 1
    // Nothing but the end of a line that is longer than this.
    if (from !== first && (start === 0 || start === buffer.length)) {
      chunk *= 4
      continue
    }
    const found = recordBeforeLines(buffer.subarray(start), { lines: left, step })
    if (found.at !== null) return from + start + found.at
    left = found.left
    at = from + start
    chunk = CHUNK
    await breath()
  }
  return at
}

function firstOutput(folder: BuildFolder, step: string): number | undefined {
  return walkOf(folder).known().index.firstOutput[step]
}
