import type { ProbeSeen } from '../../core/health/app-state'
import { sleep } from '../sleep'
import { holdLine } from './line'
import { probe } from './probe'

/** One run of the app, and who wants to know. */
export interface Asking {
  readonly base: string
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
export async function askApp({ base, seen, onAnswer }: Asking, signal: AbortSignal): Promise<void> {
  let ready = false
  let waking: AbortController | null = null
  let line: AbortController | null = null
  const stop = (): void => line?.abort()
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
      void holdLine(base, () => waking?.abort(), line.signal)
    }
    await onAnswer(answer)
    const every = ready ? (seen() ? SEEN_EVERY_MS : UNSEEN_EVERY_MS) : STARTING_EVERY_MS
    waking = new AbortController()
    await pause(Math.max(20, every - (performance.now() - began)), [signal, waking.signal])
  }
}

const SILENT: ProbeSeen = { health: 'silent', ready: false, loaded: null, total: null, reasons: [] }

async function pause(ms: number, [signal, waking]: readonly [AbortSignal, AbortSignal]): Promise<void> {
  const early = new AbortController()
  const wake = (): void => early.abort()
  signal.addEventListener('abort', wake)
  waking.addEventListener('abort', wake)
  await sleep(ms, early.signal)
  signal.removeEventListener('abort', wake)
}
