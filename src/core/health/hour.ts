import type { AppState, Incident, Minute, MinuteState } from './health'

/** What was seen in one minute; kept on disk, one line each. */
export interface Sample {
  readonly at: number
  readonly state: Exclude<MinuteState, 'unknown'>
}

const MINUTE = 60_000
const MINUTES = 60

/** How a state counts in the timeline; null where nothing can be said. */
export function sampleOf(app: AppState): Sample['state'] | null {
  switch (app.kind) {
    case 'ready':
    case 'wrong-device':
      return 'ready'
    case 'starting':
    case 'loading':
      return 'loading'
    case 'stopped':
      return 'away'
    case 'not-answering':
    case 'crash-loop':
      return 'not-answering'
    case 'unknown':
      return null
  }
}

const RANK: Record<Sample['state'], number> = { ready: 0, loading: 1, away: 2, 'not-answering': 3 }

/** The last hour, oldest minute first: the worst of each minute counts, a minute that nobody watched is unknown. */
export function lastHour(samples: readonly Sample[], now: number): readonly Minute[] {
  const current = Math.floor(now / MINUTE) * MINUTE
  const worst = new Map<number, Sample['state']>()
  for (const sample of samples) {
    const minute = Math.floor(sample.at / MINUTE) * MINUTE
    const known = worst.get(minute)
    if (known === undefined || RANK[sample.state] > RANK[known]) worst.set(minute, sample.state)
  }
  return Array.from({ length: MINUTES }, (_, i) => {
    const at = current - (MINUTES - 1 - i) * MINUTE
    return { at, state: worst.get(at) ?? 'unknown' }
  })
}

/** The stretches of the samples in which the app did not answer although it was not stopped, newest first. */
export function incidentsOf(samples: readonly Sample[], now: number): readonly Incident[] {
  const incidents: Incident[] = []
  let open: number | null = null
  for (const sample of samples.filter((s) => s.at > now - MINUTES * MINUTE)) {
    if (sample.state === 'not-answering') open ??= sample.at
    else if (open !== null) {
      incidents.unshift({ at: open, endedAt: sample.at, text: 'Did not answer' })
      open = null
    }
  }
  return open === null ? incidents : [{ at: open, endedAt: null, text: 'Does not answer' }, ...incidents]
}
