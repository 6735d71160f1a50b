import type { LineCount, LogPart } from '../../../core/build/build'
import type { LogSink } from './log-sink'

/** Where a log comes from, part by part, by byte position. */
export interface LogSource {
  /** A part from a position on, and where wanted not beyond another. */
  read(from: number, to?: number): Promise<LogPart>
  /** Where the last so many lines before a position begin; without one, before the end. */
  back(lines: number, before?: number): Promise<number>
  /** How long the log is known to be. */
  length(): number
  /** Resolves when the log may reach beyond a position, or the signal is aborted. */
  grown(from: number, signal: AbortSignal): Promise<void>
  /** How many lines the log has from a position on. */
  count(from: number): Promise<LineCount>
  /** A pause before asking again after a part could not be read. */
  again(): Promise<void>
  /** A pause between two looks at how far it has grown. */
  pause(): Promise<void>
  /** A rest between two looks at its end, until the signal is aborted; it is over at once when nothing more comes. */
  rest(signal: AbortSignal): Promise<void>
}

/** What a log is drawn on: a window of some thousand lines on a file of any length. */
export interface LogScreen {
  /** Begins anew with the log from a position on, until the signal is aborted; what was drawn before goes with the first text. */
  begin(from: number, signal: AbortSignal): LogSink
  /** Remembers the line that is drawn next; the returned function scrolls it into view and says where it stands. */
  place(show: Showing): Promise<() => Promise<number | null>>
  /** Resolves when what was drawn is on the screen. */
  painted(): Promise<void>
  /** Whether the view is at the end of what is drawn. */
  following(): boolean
  /** Resolves when more should be drawn: when the view is at the end of what is drawn, or near it. */
  room(signal: AbortSignal): Promise<void>
  /** The position of the first part that is still in memory; null when nothing is. */
  top(): number | null
}

/** Where a place of the log goes in the view: it stays the topmost line, or is looked at with what is around it. */
export type Showing = 'at-top' | 'amid'

/** Moves the window on the log. */
export interface LogView {
  toEnd(): void
  /** Shows a place; `looked` is called with the row where it stands. */
  toPlace(at: number, looked?: (row: number | null) => void): void
  /** Shows what comes before the first line in memory, keeping the view where it is. */
  earlier(): void
}

const TAIL = 500
const AROUND = 300
const EARLIER = 3000
const FIRST_LOOK = 64 * 1024
/** So far behind it is no use to draw all of it: the view goes to the end, what lies between is in the file. */
const FAR = 512 * 1024

type Place =
  | { readonly kind: 'end' }
  | { readonly kind: 'place'; readonly at: number; readonly before: number; readonly show: Showing; readonly looked: (row: number | null) => void }

/** Opens a log at its end and follows it, until the signal is aborted. */
export function openLogView(source: LogSource, screen: LogScreen, signal: AbortSignal): LogView {
  let current = new AbortController()
  let going: Promise<void> = Promise.resolve()
  let beginning = 0
  const go = (place: Place): void => {
    current.abort()
    current = new AbortController()
    const mine = AbortSignal.any([signal, current.signal])
    going = going.then(() => showFrom({ source, screen, signal: mine }, place)).catch(() => undefined)
  }
  go({ kind: 'end' })
  return {
    toEnd: () => go({ kind: 'end' }),
    toPlace: (at, looked = nothing) => go({ kind: 'place', at, before: AROUND, show: 'amid', looked }),
    earlier: () => {
      const at = screen.top()
      if (at === null || at <= beginning) return
      const found = async (): Promise<void> => {
        const from = await source.back(EARLIER, at)
        // Records begin before the first line does: drawing the same again would ask for earlier ones without an end.
        if (from >= at) beginning = at
        else if (screen.top() === at) go({ kind: 'place', at, before: EARLIER, show: 'at-top', looked: nothing })
      }
      found().catch(nothing)
    },
  }
}

interface Parts {
  readonly source: LogSource
  readonly screen: LogScreen
  readonly signal: AbortSignal
}

async function showFrom(parts: Parts, place: Place): Promise<void> {
  let next: Place | null = place
  while (next !== null && !parts.signal.aborted) next = await (next.kind === 'end' ? showEnd(parts) : showPlace(parts, next))
}

async function showEnd(parts: Parts): Promise<Place | null> {
  const from = await asked(parts, () => parts.source.back(TAIL))
  return from === null ? null : pull(parts, { sink: parts.screen.begin(from, parts.signal), from, level: true, looked: nothing })
}

async function showPlace(parts: Parts, { at, before, show, looked: arrived }: Extract<Place, { kind: 'place' }>): Promise<Place | null> {
  const from = await asked(parts, () => parts.source.back(before, at))
  if (from === null) return null
  const sink = parts.screen.begin(from, parts.signal)
  for (let next = from; next < at;) {
    const part = await asked(parts, () => parts.source.read(next, at))
    if (part === null) return null
    await sink.draw(part.chunks, part.from)
    if (part.next === next) break
    next = part.next
  }
  const reveal = await parts.screen.place(show)
  const looked = async (): Promise<void> => {
    arrived(await reveal())
    // Who waits for the place sees it before more is drawn around it.
    await parts.screen.painted()
  }
  return pull(parts, { sink, from: at, level: false, looked })
}

interface Pull {
  readonly sink: LogSink
  readonly from: number
  /** The log was drawn to its end. */
  readonly level: boolean
  /** Called once the first part is drawn. */
  readonly looked: () => Promise<void> | void
}

// Pulls the log no faster than it is drawn and looked at, with a rest where its end is drawn and it races on; returns where to
// go when that is too slow.
async function pull(parts: Parts, { sink, from, level: levelBefore, looked }: Pull): Promise<Place | null> {
  const { source, screen, signal } = parts
  let [at, level, first] = [from, levelBefore, true]
  while (!signal.aborted) {
    const part = await asked(parts, () => (first && !level ? source.read(at, at + FIRST_LOOK) : source.read(at)))
    if (part === null) return null
    await sink.draw(part.chunks, part.from)
    if (first) await looked()
    first = false
    if (part.complete) return sink.end().then(() => null)
    const behind = (): number => source.length() - part.next
    if (part.next === at) {
      level = true
      await source.grown(at, signal)
    } else if (level && screen.following() && (behind() <= 0 || behind() > FAR)) await source.rest(signal)
    at = part.next
    if (level && screen.following() && behind() > FAR) return { kind: 'end' }
    await screen.room(signal)
  }
  return null
}

async function asked<T>({ source, signal }: Parts, ask: () => Promise<T>): Promise<T | null> {
  while (!signal.aborted) {
    const answer = await ask()
      .then((value) => ({ value }))
      .catch(() => null)
    if (signal.aborted) return null
    if (answer) return answer.value
    await source.again()
  }
  return null
}

function nothing(): void {
  // Nobody waits for it.
}
