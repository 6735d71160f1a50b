import type { AppState, Incident, Minute, MinuteState } from './health'
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

/** How a state counts in the timeline; null where nothing can be said. */
export function sampleOf(app: AppState): MinuteState | null {
  switch (app.kind) {
    case 'ready':
    case 'wrong-device':
      return 'ready'
    case 'starting':
    case 'loading':
      return 'loading'
    case 'stopped':
    case 'paused':
      return 'away'
    case 'not-answering':
    case 'crash-loop':
      return 'not-answering'
    case 'unknown':
      return null
  }
}

const RANK: Record<MinuteState, number> = { ready: 0, loading: 1, unknown: 2, away: 3, 'not-answering': 4 }

/** The last hour, oldest minute first: the worst of each minute counts, a minute that nobody watched is unknown. */
export function lastHour(samples: readonly Sample[], now: number): readonly Minute[] {
  return worstOfEach(samples, { now, length: MINUTE, count: 60 })
}

/** The last day in quarters of an hour, oldest first, by the same rule. */
export function lastDay(samples: readonly Sample[], now: number): readonly Minute[] {
  return worstOfEach(samples, { now, length: QUARTER, count: 96 })
}

function worstOfEach(
  samples: readonly Sample[],
  { now, length, count }: { readonly now: number; readonly length: number; readonly count: number },
): readonly Minute[] {
  const current = Math.floor(now / length) * length
  const worst = new Map<number, MinuteState>()
  for (const sample of samples) {
    const part = Math.floor(sample.at / length) * length
    const known = worst.get(part)
    if (known === undefined || RANK[sample.state] > RANK[known]) worst.set(part, sample.state)
  }
  return Array.from({ length: count }, (_, i) => {
    const at = current - (count - 1 - i) * length
    return { at, state: worst.get(at) ?? 'unknown' }
  })
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

function unwatched(sample: Sample): boolean {
  return sample.after === undefined || sample.after > GAP
}

function ended(open: Open): Incident {
  return { at: open.at, endedAt: open.at + open.lasted, text: open.text }
}
