import { readFileSync } from 'node:fs'
import { open, rename, writeFile } from 'node:fs/promises'
import { join, dirname } from 'node:path'
import { setImmediate as breath } from 'node:timers/promises'
import { z } from 'zod'
import { emptyLogIndex, extendLogIndex, type LogIndex } from '../../core/build/log-part-index'
import type { BuildFolder } from './build-folder'

const CHUNK = 1 << 20

const places = z.record(z.string(), z.number())
const schema = z.object({ upTo: z.number(), numbers: places, firstOutput: places, lastOutput: places, errors: places })

const indexes = new Map<string, LogIndex>()
const walking = new Map<string, Promise<void>>()

/** What is known of a build's records so far. */
export function knownIndex(folder: BuildFolder): LogIndex {
  const known = indexes.get(folder.id) ?? kept(folder) ?? emptyLogIndex
  indexes.set(folder.id, known)
  return known
}

/** Walks on to where the records end now, a little at a time; the index of an ended build is kept beside them. */
export function walkIndex(folder: BuildFolder): Promise<void> {
  const going = walking.get(folder.id)
  if (going) return going
  const walk = walkOn(folder).finally(() => walking.delete(folder.id))
  walking.set(folder.id, walk)
  return walk
}

async function walkOn(folder: BuildFolder): Promise<void> {
  const before = knownIndex(folder).upTo
  const ended = folder.meta.read().outcome !== null
  const file = await open(folder.records, 'r')
  try {
    const { size } = await file.stat()
    for (let chunk = CHUNK; knownIndex(folder).upTo < size;) {
      const index = knownIndex(folder)
      const buffer = Buffer.alloc(Math.min(chunk, size - index.upTo))
      const { bytesRead } = await file.read(buffer, 0, buffer.length, index.upTo)
      const next = extendLogIndex(index, buffer.toString('latin1', 0, bytesRead))
      indexes.set(folder.id, next)
      if (next.upTo === index.upTo && index.upTo + bytesRead >= size) break
      chunk = next.upTo === index.upTo ? chunk * 4 : CHUNK
      await breath()
    }
  } finally {
    await file.close()
  }
  if (ended && knownIndex(folder).upTo > before) await keep(folder)
}

async function keep(folder: BuildFolder): Promise<void> {
  const path = pathOf(folder)
  await writeFile(`${path}.part`, JSON.stringify(knownIndex(folder)))
  await rename(`${path}.part`, path)
}

// One that cannot be read is made again.
function kept(folder: BuildFolder): LogIndex | null {
  try {
    return schema.parse(JSON.parse(readFileSync(pathOf(folder), 'utf8')))
  } catch {
    return null
  }
}

function pathOf(folder: BuildFolder): string {
  return join(dirname(folder.records), 'index.json')
}
