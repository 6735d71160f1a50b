import { readFileSync } from 'node:fs'
import { open, rename, stat, writeFile, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setImmediate as breath } from 'node:timers/promises'
import { z } from 'zod'
import type { Build, BuildStep } from '../../core/build/build'
import { emptyBuild } from '../../core/build/build-steps'
import { emptyLogIndex, type LogIndex } from '../../core/build/log-part-index'
import { walkRecords, type Walked } from '../../core/build/walk-records'
import type { BuildFolder } from './build-folder'

/** The one walk through a build's records: whoever needs to know more of them walks on, and all know what was found. */
export interface Walk {
  /** What is known so far. */
  known(): Walked
  /** Walks on to where the records end now, a little at a time. */
  on(): Promise<void>
  /** Keeps what is known beside the records, so that the next panel goes on from there. */
  keep(): Promise<void>
}

const CHUNK = 512 * 1024
const KEEP_EVERY = 32 * 1024 * 1024

const walks = new Map<string, Walk>()

/** The walk through the records of a build, which goes on from what an earlier panel kept. */
export function walkOf(folder: BuildFolder): Walk {
  const walk = walks.get(folder.id) ?? createWalk(folder)
  walks.set(folder.id, walk)
  return walk
}

function createWalk(folder: BuildFolder): Walk {
  const path = join(dirname(folder.records), 'walked.json')
  const meta = folder.meta.read()
  // Of a build that had ended before, all is as old as its end.
  const now = (): number => (meta.outcome === null ? Date.now() : (meta.endedAt ?? meta.startedAt))
  let walked = kept(emptyBuild(folder.id, meta.variant, meta.startedAt), path)
  let keptUpTo = walked.index.upTo
  let going: Promise<void> | null = null

  const keep = async (): Promise<void> => {
    const { build, index } = walked
    if (index.upTo === keptUpTo) return
    keptUpTo = index.upTo
    // Where it cannot be kept the next panel walks again.
    await writeFile(`${path}.part`, JSON.stringify({ steps: build.steps, index }))
      .then(() => rename(`${path}.part`, path))
      .catch(() => undefined)
  }
  const walkOn = async (): Promise<void> => {
    const { size } = await stat(folder.records)
    if (size <= walked.index.upTo) return
    const file = await open(folder.records, 'r')
    try {
      for await (const bytes of stretches(file, size, () => walked.index.upTo)) {
        walked = walkRecords(walked, bytes, now())
        if (walked.index.upTo - keptUpTo >= KEEP_EVERY) await keep()
        await breath()
      }
    } finally {
      await file.close()
    }
    if (meta.outcome !== null) await keep()
  }
  return {
    known: () => walked,
    on: () => (going ??= walkOn().finally(() => (going = null))),
    keep,
  }
}

/** What a file holds up to a size, in one buffer that is filled again and again: each stretch begins where the last was read up to. */
async function* stretches(file: FileHandle, size: number, at: () => number): AsyncGenerator<Buffer> {
  let buffer = Buffer.allocUnsafeSlow(Math.min(CHUNK, size - at()))
  while (at() < size) {
    const from = at()
    const { bytesRead } = await file.read(buffer, 0, buffer.length, from)
    yield buffer.subarray(0, bytesRead)
    if (at() > from) continue
    // A line that is longer than the buffer, or that is not whole yet.
    if (from + bytesRead >= size) return
    buffer = Buffer.allocUnsafeSlow(buffer.length * 4)
  }
}

const places = z.record(z.string(), z.number())
const schema = z.object({
  steps: z.array(z.custom<BuildStep>((v) => typeof v === 'object' && v !== null && 'id' in v)),
  index: z.object({ upTo: z.number(), numbers: places, firstOutput: places, lastOutput: places, errors: places }),
})

// What cannot be read is found again from the records.
function kept(build: Build, path: string): Walked {
  try {
    const { steps, index }: { steps: readonly BuildStep[]; index: LogIndex } = schema.parse(JSON.parse(readFileSync(path, 'utf8')))
    return { build: { ...build, steps, logBytes: index.upTo }, index }
  } catch {
    return { build, index: emptyLogIndex }
  }
}
