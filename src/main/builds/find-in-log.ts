/// <reference types="electron-vite/node" />
import { dirname } from 'node:path'
import type { Worker } from 'node:worker_threads'
import type { Found } from '../../core/build/find-lines'
import type { FindTerm } from '../../core/build/find-pattern'
import { buildFolder } from './build-folder'
import type { ThreadAsk, ThreadSay } from './log-thread'
// The bundler makes the default export: a function that starts the file as a thread.
// eslint-disable-next-line import/default
import startThread from './log-thread?nodeWorker'

/** What to look for in the log of a build. */
export interface FindWish extends FindTerm {
  readonly build: string
  /** The one step to look in; without it, in everything. */
  readonly step?: string | undefined
  /** How many lines to pass over before lines are told. */
  readonly skip?: number | undefined
  /** Nothing but the first line is wanted, which is known sooner. */
  readonly only?: 'first' | undefined
}

const DEADLINE_MS = 2000
const IDLE_MS = 60_000
/** The window first draws how the build ended. */
const REST_MS = 2000
const TOO_SLOW: Found = { kind: 'bad', why: 'This takes too long on a log of this size. Look for something simpler.' }
const BROKEN: Found = { kind: 'bad', why: 'The log could not be searched. Save it to look through it elsewhere.' }

let thread: Worker | null = null
let idle: NodeJS.Timeout | undefined
let last: Promise<unknown> = Promise.resolve()

/** Finds lines in the whole log on disk, on a thread of its own, within a time limit. */
export function findInLog({ build, text, kind, step, skip = 0, only }: FindWish): Promise<Found> {
  const where = { kind: 'build', folder: dirname(buildFolder(build).records), step: step ?? null } as const
  return askThread({ in: where, term: { text, kind }, skip, only: only ?? null })
}

/** Asks the thread, one search after the other. */
export function askThread(ask: ThreadAsk): Promise<Found> {
  const found = last.then(() => answerOf(ask))
  last = found.catch(() => undefined)
  return found
}

/** Writes the text of an ended build's log soon, so that the first search need not wait for it. */
export function prepareFind(build: string): void {
  // A search writes it where this did not.
  setTimeout(() => void findInLog({ build, text: '', kind: 'text' }).catch(() => undefined), REST_MS).unref()
}

function answerOf(ask: ThreadAsk): Promise<Found> {
  clearTimeout(idle)
  const worker = (thread ??= startThread({}))
  worker.ref()
  return new Promise((resolve) => {
    let deadline: NodeJS.Timeout | undefined
    const done = (found: Found): void => {
      clearTimeout(deadline)
      worker.off('message', hear).off('error', fail)
      worker.unref()
      idle = setTimeout(letGo, IDLE_MS).unref()
      resolve(found)
    }
    const fail = (): void => {
      letGo()
      done(BROKEN)
    }
    const hear = (say: ThreadSay): void => {
      if (say.kind !== 'begun') return done(say)
      // The text may have had to be written first, which counts for nobody's expression.
      deadline = setTimeout(() => {
        letGo()
        done(TOO_SLOW)
      }, DEADLINE_MS)
    }
    worker.on('message', hear).on('error', fail)
    worker.postMessage(ask, [])
  })
}

function letGo(): void {
  void thread?.terminate()
  thread = null
}
