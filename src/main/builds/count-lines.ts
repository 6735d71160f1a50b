import { open } from 'node:fs/promises'
import { setImmediate as breath } from 'node:timers/promises'
import type { LineCount } from '../../core/build/build'
import { countLines } from '../../core/build/log-count'
import { buildFolder } from './build-folder'

const CHUNK = 512 * 1024
const MOST = 16 * 1024 * 1024

/** How many lines a build's log holds from a position on, of all steps or of one: of as much as is there now, and no more at once than is quickly read. */
export async function countLog(build: string, { from, step }: { readonly from: number; readonly step?: string | undefined }): Promise<LineCount> {
  const folder = buildFolder(build)
  const ended = folder.meta.read().outcome !== null
  const file = await open(folder.records, 'r')
  try {
    let [at, lines, buffer] = [from, 0, Buffer.allocUnsafe(CHUNK)]
    while (at - from < MOST) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length, at)
      const counted = countLines(buffer.subarray(0, bytesRead), step)
      lines += counted.lines
      at += counted.next
      if (bytesRead < buffer.length) return { lines, next: at, complete: ended }
      if (counted.next === 0) buffer = Buffer.allocUnsafe(buffer.length * 4)
      await breath()
    }
    return { lines, next: at, complete: false }
  } finally {
    await file.close()
  }
}
