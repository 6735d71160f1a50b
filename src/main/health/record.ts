import { join } from 'node:path'
import { incidentsOf, lastDay, lastHour, sampleOf, type Sample } from '../../core/health/hour'
import { whyNow } from '../../core/health/incident-words'
import { climb, median, stairsOf, type StartTimes } from '../../core/health/stairs'
import { thinned } from '../../core/health/thinned'
import type { StairName } from '../../core/health/health'
import type { PanelChange } from '../../core/panel/panel'
import { lineFile } from '../files/line-file'
import { panelFolder } from '../files/panel-folder'
import type { Hub } from '../hub'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const MOST_SAMPLES = 20_000
const STARTS = 50
// Each is written when it is ready, and once more after its first photo.
const START_LINES = 2 * STARTS
const WATCHED_MS = 3000

/** Keeps a sample a minute and each change of the app's state, and the steps of each start. */
export function recordHealth(hub: Hub, signal: AbortSignal): void {
  recordTimeline(hub, signal)
  recordStarts(hub, signal)
}

function recordTimeline(hub: Hub, signal: AbortSignal): void {
  const file = lineFile<Sample>(join(panelFolder(), 'samples.jsonl'), MOST_SAMPLES)
  let recent = thinned(newest(file.read()), Date.now())
  let last = ''
  let lastAt: number | null = null
  let watchedFrom = Date.now()

  const show = (): void => {
    const now = Date.now()
    hub.say({ type: 'hour', hour: lastHour(recent, now), day: lastDay(recent, now), incidents: incidentsOf(recent, now) })
  }
  // The time between samples comes from a clock that nobody can move; it stands still while the computer sleeps.
  const sample = (): void => {
    const one = seenNow(hub, watchedFrom)
    last = one ? JSON.stringify(one) : ''
    if (!one) return
    const at = performance.now()
    const whole = { at: Date.now(), ...one, ...(lastAt === null ? {} : { after: Math.round(at - lastAt) }) }
    lastAt = at
    file.append(whole)
    recent = newest([...recent, whole])
  }
  let timer: NodeJS.Timeout
  const eachMinute = (): void => {
    timer = setTimeout(eachMinute, toNextMinute())
    sample()
    recent = thinned(recent, Date.now())
    show()
  }
  show()
  timer = setTimeout(eachMinute, toNextMinute())
  const deaf = hub.listen(({ change }) => {
    if (change.type === 'app' && change.app.kind === 'unknown') watchedFrom = Date.now()
    if (!TELLS.includes(change.type) || JSON.stringify(seenNow(hub, watchedFrom) ?? '') === (last || '""')) return
    sample()
    show()
  })
  signal.addEventListener('abort', () => (clearTimeout(timer), deaf()), { once: true })
}

// With the clock's own minutes, so that one is told as soon as it is over; a timer may come a little early.
function toNextMinute(): number {
  return MINUTE - (Date.now() % MINUTE) + 20
}

const TELLS: readonly PanelChange['type'][] = ['app', 'engine', 'operation-began', 'operation-ended']

function seenNow(hub: Hub, from: number): Pick<Sample, 'state' | 'why'> | null {
  const panel = hub.state()
  const state = sampleOf(panel, from)
  if (state === null) return null
  const why = whyNow(panel)
  return why === null ? { state } : { state, why }
}

// By place in the file, not by clock: what was written last is the newest.
function newest(samples: readonly Sample[]): readonly Sample[] {
  const from = (samples.at(-1)?.at ?? 0) - DAY
  return samples.filter((s) => s.at > from).slice(-MOST_SAMPLES)
}

function recordStarts(hub: Hub, signal: AbortSignal): void {
  const starts = startFile()
  let earlier = latestOfEach(starts.read())
  let current: StartTimes | null = null
  let watched = false
  let photos: 'counted' | 'from-before' | 'unknown' = 'unknown'
  const step = (): void => {
    const { app, service } = hub.state()
    if (!('since' in app)) return
    const begins = current?.at !== app.since || current.variant !== app.variant
    if (!current || begins) {
      if (app.kind === 'not-answering' || app.kind === 'crash-loop' || app.kind === 'paused') return
      const kept = earlier.find((e) => e.at === app.since && e.variant === app.variant)
      current = kept ?? { variant: app.variant, at: app.since, after: {} }
      // A start that nobody watched has no times: they would be those of the look, not of the start.
      watched = kept !== undefined || Date.now() - app.since < WATCHED_MS
      photos = kept ? 'unknown' : 'counted'
      if (!watched) hub.say({ type: 'stairs', stairs: [] })
    }
    if (!watched) return
    // Photos that were done before this panel looked have no time either.
    if (photos === 'unknown' && service) photos = service.photos.done > 0 ? 'from-before' : 'counted'
    const next = climb(current, { app, service: photos === 'counted' ? service : null, now: Date.now() })
    if (!begins && JSON.stringify(next) === JSON.stringify(current)) return
    const isNews = WRITTEN_AT.some((name) => next.after[name] !== current?.after[name])
    current = next
    if (isNews) {
      starts.append(next)
      earlier = latestOfEach([...earlier, next])
    }
    hub.say({ type: 'stairs', stairs: stairsOf(next, earlier) })
  }
  const deaf = hub.listen(({ change }) => {
    if (change.type === 'app' || change.type === 'service') step()
  })
  signal.addEventListener('abort', deaf, { once: true })
}

const WRITTEN_AT: readonly StairName[] = ['models-loaded', 'first-photo']

function startFile(): ReturnType<typeof lineFile<StartTimes>> {
  return lineFile<StartTimes>(join(panelFolder(), 'starts.jsonl'), START_LINES)
}

function latestOfEach(starts: readonly StartTimes[]): readonly StartTimes[] {
  return [...new Map(starts.map((start) => [`${start.variant} ${start.at}`, start])).values()].slice(-STARTS)
}

/** The median seconds from a start of this version to ready, as seen on this computer; null before any. */
export function usualStartSeconds(variant: string): number | null {
  const starts = latestOfEach(startFile().read())
  const middle = median(starts.filter((s) => s.variant === variant).flatMap((s) => s.after['models-loaded'] ?? []))
  return middle === null ? null : middle / 1000
}
