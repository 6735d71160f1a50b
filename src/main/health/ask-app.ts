import type { ProbeSeen } from '../../core/health/app-state'
import { holdLine } from './line'
import { probe } from './probe'

/** One run of the app, and who wants to know. */
export interface Asking {
  readonly base: string
  /** Whether it was ready before: then a late answer is no loading. */
  readonly wasReady: boolean
  /** Whether somebody looks: then the answer is renewed more often. */
  readonly seen: () => boolean
  readonly onAnswer: (answer: ProbeSeen) => void | Promise<void>
}

const STARTING_EVERY_MS = 250
// Half of the shortest outage that must not be missed while somebody looks.
const SEEN_EVERY_MS = 500
const UNSEEN_EVERY_MS = 5000
const LATE_MS = 1000

/** Asks one run of the app whether it is ready, one question at a time; a second without an answer counts as none. */
export async function askApp({ base, wasReady, seen, onAnswer }: Asking, signal: AbortSignal): Promise<void> {
  let ready = wasReady
  let line: AbortController | null = null
  let wake: () => void = () => undefined
  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve()
      const timer = setTimeout(resolve, ms)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  const stop = (): void => {
    line?.abort()
    wake()
  }
  signal.addEventListener('abort', stop, { once: true })
  while (!signal.aborted) {
    const began = performance.now()
    // While it starts, a long answer may just be the loading.
    const late = ready ? setTimeout(() => void onAnswer(SILENT), LATE_MS) : undefined
    const answer = await probe(base, signal)
    clearTimeout(late)
    if (signal.aborted) return
    ready = answer.ready
    if (ready && !line) {
      line = new AbortController()
      void holdLine(base, () => wake(), line.signal)
    }
    await onAnswer(answer)
    const every = ready ? (seen() ? SEEN_EVERY_MS : UNSEEN_EVERY_MS) : STARTING_EVERY_MS
    await pause(Math.max(20, every - (performance.now() - began)))
  }
}

const SILENT: ProbeSeen = { health: 'silent', ready: false, loaded: null, total: null, reasons: [] }
