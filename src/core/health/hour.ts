import { assertNever } from '../assert-never'
import type { PanelState } from '../panel/panel'
import type { Incident, Minute, MinuteState } from './health'
import { NO_ANSWER } from './incident-words'

/** What was seen at one moment; kept on disk, one line each. */
export interface Sample {
  readonly at: number
  /** `unknown` only while Docker itself is away: nothing is claimed about the app then. */
  readonly state: MinuteState
  /** Milliseconds since the sample before, by a clock that nobody can move; absent where nobody had watched before. */
  readonly after?: number
  /** What is wrong, in a few words; absent while all is well or was done on purpose. */
  readonly why?: string
}

const MINUTE = 60_000
const QUARTER = 15 * MINUTE
const DAY = 24 * 60 * MINUTE
// A sample is taken once a minute: after two without one nobody watched.
const GAP = 2.5 * MINUTE
const MOST_INCIDENTS = 50

/** How the state counts in the timeline for who began to watch at `from`; null where nothing can be said yet. */
export function sampleOf({ engine, app, operation }: Pick<PanelState, 'engine' | 'app' | 'operation'>, from: number): MinuteState | null {
  if (engine.kind === 'lost') return 'unknown'
  switch (app.kind) {
    case 'ready':
    case 'wrong-device':
      return 'ready'
    case 'starting':
      // It ran before anybody watched and may be ready since long: it was not asked yet.
      return app.since < from ? null : 'loading'
    case 'loading':
      return 'loading'
    case 'stopped':
      // On its way up it is not away any more.
      return operation?.kind === 'start' ? 'loading' : 'away'
    case 'paused':
      return 'away'
    case 'not-answering':
    case 'crash-loop':
      return 'not-answering'
    case 'unknown':
      return null
    default:
      return assertNever(app)
  }
}

// Only a fault that was seen weighs more than what nobody saw.
const RANK: Record<MinuteState, number> = { ready: 0, loading: 1, away: 2, unknown: 3, 'not-answering': 4 }

/** The last hour, oldest minute first: the worst of each minute counts, and what was not watched throughout is unknown, not good. */
export function lastHour(samples: readonly Sample[], now: number): readonly Minute[] {
  return worstOfEach(samples, { now, length: MINUTE, count: 60 })
}

/** The last day in quarters of an hour, oldest first, by the same rule. */
export function lastDay(samples: readonly Sample[], now: number): readonly Minute[] {
  return worstOfEach(samples, { now, length: QUARTER, count: 96 })
}

interface Parts {
  readonly now: number
  readonly length: number
  readonly count: number
}

function worstOfEach(samples: readonly Sample[], { now, length, count }: Parts): readonly Minute[] {
  const current = Math.floor(now / length) * length
  const seen = new Map<number, { readonly worst: MinuteState; readonly watched: number }>()
  samples.forEach((sample, i) => {
    const end = watchedUntil(sample, samples[i + 1], now)
    let part = Math.floor(sample.at / length) * length
    do {
      const before = seen.get(part) ?? { worst: sample.state, watched: 0 }
      const watched = Math.min(end, part + length) - Math.max(sample.at, part)
      seen.set(part, { worst: worse(before.worst, sample.state), watched: before.watched + watched })
      part += length
    } while (part < end)
  })
  // Of the part under way only the worst is certain before it is over.
  const last = seen.get(current)?.worst === 'not-answering' ? current : current - length
  return Array.from({ length: count }, (_, i) => {
    const at = last - (count - 1 - i) * length
    const { worst, watched } = seen.get(at) ?? { worst: 'unknown', watched: 0 }
    return { at, state: watched < length ? worse(worst, 'unknown') : worst }
  })
}

// Until the next sample, if somebody watched all the time: a sleep or a clock that was set leaves a gap.
function watchedUntil({ at }: Sample, next: Sample | undefined, now: number): number {
  if (next && unwatched(next)) return at
  const end = next?.at ?? now
  return end > at && end - at < GAP ? end : at
}

/** The one of two states that counts. */
export function worse(a: MinuteState, b: MinuteState): MinuteState {
  return RANK[b] > RANK[a] ? b : a
}

interface Open {
  readonly at: number
  readonly text: string
  readonly lasted: number
}

/** What went wrong in the last day, newest first; its length is the time that was watched, so a moved clock or a sleep adds nothing. */
export function incidentsOf(samples: readonly Sample[], now: number): readonly Incident[] {
  const closed: Incident[] = []
  let open: Open | null = null
  for (const sample of samples) {
    if (sample.at <= now - DAY) continue
    const next = goesOn(open, sample)
    if (open && next?.at !== open.at) closed.push(ended(lasting(open, sample)))
    open = next
  }
  const last = samples.at(-1)
  if (open) closed.push(last && now - last.at < GAP ? { ...ended(open), endedAt: null } : ended(open))
  return closed.slice(-MOST_INCIDENTS).reverse()
}

/** The incident that this sample opens or leaves open; null when there is none any more. */
function goesOn(open: Open | null, sample: Sample): Open | null {
  if (sample.why === undefined) return null
  if (!open || unwatched(sample)) return { at: sample.at, text: sample.why, lasted: 0 }
  return { ...lasting(open, sample), text: sample.why === NO_ANSWER ? open.text : sample.why }
}

// Nobody knows when in an unwatched time it ended: only what was watched counts.
function lasting(open: Open, sample: Sample): Open {
  return unwatched(sample) ? open : { ...open, lasted: open.lasted + (sample.after ?? 0) }
}

/** Whether nobody had watched before this sample. */
export function unwatched(sample: Sample): boolean {
  return sample.after === undefined || sample.after > GAP
}

function ended(open: Open): Incident {
  return { at: open.at, endedAt: open.at + open.lasted, text: open.text }
}
