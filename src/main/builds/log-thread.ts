import { isAscii } from 'node:buffer'
import { closeSync, openSync, readSync } from 'node:fs'
import { parentPort } from 'node:worker_threads'
import { createLineFinder, type Found, type LinesAsked, type Run } from '../../core/build/find-lines'
import { patternOf, type FindTerm } from '../../core/build/find-pattern'
import { messageStretches, type MessageLines } from '../messages/message-stretches'
import { bringMirror } from './log-mirror'

/** What the thread is asked: lines in the log of a build's folder, of all steps or of one, or in the app's messages. */
export interface ThreadAsk {
  readonly in: { readonly kind: 'build'; readonly folder: string; readonly step: string | null } | ({ readonly kind: 'messages' } & MessageLines)
  readonly term: FindTerm
  readonly skip: number
  /** Nothing but the first line is asked for. */
  readonly only: 'first' | null
}

/** What the thread says: that the text is there and the search begins, then what was found. */
export type ThreadSay = { readonly kind: 'begun' } | Found

/** Text of this size is made where memory was used a moment ago; larger text gets fresh memory each time, which takes longer than the search. */
const SLICE = 96 * 1024
const MOST = 1000

parentPort?.on('message', (ask: ThreadAsk) => parentPort?.postMessage(find(ask) satisfies ThreadSay, []))

function find({ in: where, term, skip, only }: ThreadAsk): Found {
  const asked: LinesAsked = { number: null, skip, most: only === 'first' ? 1 : MOST, rest: only === 'first' ? 'leave' : 'count' }
  return where.kind === 'build' ? findInBuild(where, term, asked) : findInMessages(where, term, asked)
}

function findInMessages(where: MessageLines, term: FindTerm, asked: LinesAsked): Found {
  parentPort?.postMessage({ kind: 'begun' } satisfies ThreadSay, [])
  const made = patternOf(term)
  if (made.kind === 'bad') return made
  let runs: readonly Run[] = []
  const finder = createLineFinder(made.pattern, (at) => runs.findLast((run) => run.text <= at) ?? null, asked)
  if (term.text === '') return finder.found()
  for (const stretch of messageStretches(where)) {
    runs = stretch.runs
    if (!finder.add(stretch)) break
  }
  return finder.found()
}

function findInBuild({ folder, step }: Extract<ThreadAsk['in'], { kind: 'build' }>, term: FindTerm, asked: LinesAsked): Found {
  const mirror = bringMirror(folder)
  parentPort?.postMessage({ kind: 'begun' } satisfies ThreadSay, [])
  const made = patternOf(term)
  if (made.kind === 'bad') return made
  const number = step === null ? null : (mirror.number(step) ?? 0)
  const finder = createLineFinder(made.pattern, (at) => mirror.run(at), { ...asked, number })
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
