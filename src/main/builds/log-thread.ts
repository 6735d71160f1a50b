import { isAscii } from 'node:buffer'
import { closeSync, openSync, readSync } from 'node:fs'
import { parentPort } from 'node:worker_threads'
import { createLineFinder, type Found, type LinesAsked } from '../../core/build/find-lines'
import { patternOf, type FindTerm } from '../../core/build/find-pattern'
import { bringMirror } from './log-mirror'

/** What the thread is asked: lines in the log of a build's folder, of all steps or of one. */
export interface ThreadAsk {
  readonly folder: string
  readonly term: FindTerm
  readonly step: string | null
  readonly skip: number
  /** Nothing but the first line is asked for. */
  readonly only: 'first' | null
}

/** What the thread says: that the text is there and the search begins, then what was found. */
export type ThreadSay = { readonly kind: 'begun' } | Found

const SLICE = 4 * 1024 * 1024
const MOST = 1000

parentPort?.on('message', (ask: ThreadAsk) => parentPort?.postMessage(find(ask) satisfies ThreadSay, []))

function find({ folder, term, step, skip, only }: ThreadAsk): Found {
  const mirror = bringMirror(folder)
  parentPort?.postMessage({ kind: 'begun' } satisfies ThreadSay, [])
  const made = patternOf(term)
  if (made.kind === 'bad') return made
  const number = step === null ? null : (mirror.number(step) ?? 0)
  const asked: LinesAsked = { number, skip, most: only === 'first' ? 1 : MOST, rest: only === 'first' ? 'leave' : 'count' }
  const finder = createLineFinder(made.pattern, (at) => mirror.run(at), asked)
  if (term.text === '') return finder.found()
  const file = openSync(mirror.path, 'r')
  try {
    let buffer = Buffer.allocUnsafe(SLICE)
    for (let at = 0; at < mirror.bytes;) {
      const read = readSync(file, buffer, 0, Math.min(buffer.length, mirror.bytes - at), at)
      const bytes = buffer.subarray(0, buffer.subarray(0, read).lastIndexOf(10) + 1)
      if (bytes.length === 0 && at + read < mirror.bytes) {
        buffer = Buffer.allocUnsafe(buffer.length * 4)
        continue
      }
      const ascii = isAscii(bytes)
      if (!finder.add({ text: bytes.toString(ascii ? 'latin1' : 'utf8'), at, bytesOf: (piece) => (ascii ? piece.length : Buffer.byteLength(piece)) })) break
      at += bytes.length || read
    }
  } finally {
    closeSync(file)
  }
  return finder.found()
}
