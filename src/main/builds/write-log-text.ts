import { closeSync, openSync, readSync, renameSync, writeSync } from 'node:fs'
import { logPart, type Carry } from '../../core/build/log-part'
import type { LogIndex } from '../../core/build/log-part-index'
import { createSavedText } from '../../core/build/saved-text'

/** The records up to a size, what is known of them, and where their text goes. */
export interface TextOrder {
  readonly records: string
  readonly size: number
  readonly index: LogIndex
  readonly path: string
}

const CHUNK = 1 << 20
const TELL_EVERY_MS = 100

/** Writes the whole text of some records; it stands beside its path until it is whole. Now and then tells the share that is written. */
export function writeLogText({ records, size, index, path }: TextOrder, told: (share: number) => void): void {
  const from = openSync(records, 'r')
  const to = openSync(`${path}.part`, 'w')
  try {
    const text = createSavedText()
    let toldAt = Date.now()
    for (const { chunks, next } of parts(from, { size, index })) {
      writeSync(to, text.add(chunks))
      if (Date.now() - toldAt < TELL_EVERY_MS) continue
      toldAt = Date.now()
      told(next / size)
    }
    writeSync(to, text.end())
  } finally {
    closeSync(from)
    closeSync(to)
  }
  renameSync(`${path}.part`, path)
}

function* parts(file: number, { size, index }: Pick<TextOrder, 'size' | 'index'>) {
  let buffer = Buffer.allocUnsafeSlow(CHUNK)
  let before: Carry = {}
  for (let at = 0; at < size;) {
    const read = readSync(file, buffer, 0, Math.min(buffer.length, size - at), at)
    if (read === 0) return
    const bytes = buffer.subarray(0, read)
    const { part, carry } = logPart({ bytes, from: at, complete: at + read >= size }, index, { before, lines: 'whole' })
    // A line that is longer than the buffer.
    if (part.next === at) buffer = Buffer.allocUnsafeSlow(buffer.length * 4)
    else yield part
    before = carry
    at = part.next
  }
}
