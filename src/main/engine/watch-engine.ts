import { absentEngine, afterSearch } from '../../core/engine/absent'
import type { Hub } from '../hub'
import { findEngine, type EngineLink, type Found } from './connect'
import { describeEngine } from './describe'
import { installedDocker } from './installed'

// Together below 3 s: so long an engine that hangs may go unnoticed.
const ALIVE_EVERY_MS = 900
const ALIVE_MS = 1900
const SEARCH_EVERY_MS = 1500
const BACK_EVERY_MS = 300

/** The engine as the panel follows it: found, described, pinged once a second, found again after a loss. */
export interface Engine {
  link(): EngineLink | null
  /** Looks everywhere again; resolves once the answer is in the state. */
  checkAgain(): Promise<void>
  onLink(listener: (link: EngineLink | null) => void): void
}

/** Starts following the engine until the signal says stop. */
export function watchEngine(hub: Hub, signal: AbortSignal): Engine {
  let link: EngineLink | null = null
  let lost: EngineLink | null = null
  let wake: () => void = () => undefined
  let waiting: (() => void)[] = []
  const listeners: ((link: EngineLink | null) => void)[] = []

  const become = (next: EngineLink | null): void => {
    if (next === link) return
    link = next
    for (const listener of listeners) listener(next)
  }
  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
      if (signal.aborted) wake()
    })
  signal.addEventListener('abort', () => wake())

  const follow = async (found: EngineLink): Promise<void> => {
    hub.say({ type: 'engine', engine: await describeEngine(found, signal) })
    if (hub.state().engine.kind !== 'running') return pause(SEARCH_EVERY_MS * 2)
    lost = null
    become(found)
    answered()
    let silent: boolean | null = null
    while (!signal.aborted && silent === null) {
      await pause(ALIVE_EVERY_MS)
      if (waiting.length > 0) hub.say({ type: 'engine', engine: await describeEngine(found, signal) })
      answered()
      silent = await lostSilently(found, signal)
    }
    if (signal.aborted) return
    lost = found
    hub.say({ type: 'engine', engine: { kind: 'lost', since: Date.now(), silent: silent ?? false } })
    become(null)
  }
  const answered = (): void => {
    for (const resolve of waiting) resolve()
    waiting = []
  }
  // A lost one is asked for first and often, where it was: most come back there.
  const find = async (): Promise<Found> => {
    if (lost && (await lostSilently(lost, signal)) === null) return { kind: 'found', link: lost, looked: [] }
    return findEngine()
  }
  const search = async (): Promise<void> => {
    hub.say({ type: 'engine', engine: { kind: 'searching', since: Date.now() } })
    while (!signal.aborted) {
      try {
        const found = await find()
        if (signal.aborted) return
        if (found.kind === 'found') await follow(found.link)
        else await stayAbsent(hub, found)
      } catch {
        // The engine went away between the answer and the description: the next round sees what is left.
      }
      answered()
      await pause(hub.state().engine.kind === 'lost' ? BACK_EVERY_MS : SEARCH_EVERY_MS)
    }
  }
  void search()

  return {
    link: () => link,
    checkAgain: () =>
      new Promise((resolve) => {
        waiting.push(resolve)
        wake()
      }),
    onLink: (listener) => listeners.push(listener),
  }
}

async function stayAbsent(hub: Hub, found: Extract<Found, { kind: 'none' }>): Promise<void> {
  const installed = (await installedDocker())?.name ?? null
  const now = hub.state().engine
  const next = afterSearch(now, absentEngine({ ...found, installed, at: Date.now() }), Date.now())
  if (next !== now) hub.say({ type: 'engine', engine: next })
}

/** Null while the engine answers; else whether it was silent (true) or gone (false). */
async function lostSilently(link: EngineLink, signal: AbortSignal): Promise<boolean | null> {
  try {
    await link.ping(ALIVE_MS, signal)
    return null
  } catch (error) {
    return (error as { code?: string }).code === 'DEADLINE'
  }
}
