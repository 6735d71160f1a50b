import { join } from 'node:path'
import { incidentsOf, lastDay, lastHour, sampleOf, type Sample } from '../../core/health/hour'
import { whyNow } from '../../core/health/incident-words'
import { climb, median, stairsOf, type StartTimes } from '../../core/health/stairs'
import { thinned } from '../../core/health/thinned'
import type { PanelChange } from '../../core/panel/panel'
import { lineFile } from '../files/line-file'
import { panelFolder } from '../files/panel-folder'
import type { Hub } from '../hub'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const MOST_SAMPLES = 20_000
const STARTS = 50
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
  const starts = lineFile<StartTimes>(join(panelFolder(), 'starts.jsonl'), STARTS)
  let earlier = [...starts.read()]
  let current: StartTimes | null = null
  let watched = false
  const step = (): void => {
    const { app, service } = hub.state()
    if (!('since' in app)) return
    if (current?.at !== app.since || current.variant !== app.variant) {
      if (app.kind === 'not-answering' || app.kind === 'crash-loop' || app.kind === 'paused') return
      current = earlier.find((e) => e.at === app.since && e.variant === app.variant) ?? { variant: app.variant, at: app.since, after: {} }
      // A start that nobody watched has no times: they would be those of the look, not of the start.
      watched = Object.keys(current.after).length > 0 || Date.now() - app.since < WATCHED_MS
    }
    if (!watched) return
    const next = climb(current, { app, service, now: Date.now() })
    if (JSON.stringify(next) === JSON.stringify(current)) return
    const whole = next.after['models-loaded'] !== undefined && current.after['models-loaded'] === undefined
    current = next
    if (whole && !earlier.some((e) => e.at === next.at)) {
      starts.append(next)
      earlier = [...earlier, next].slice(-STARTS)
    }
    hub.say({ type: 'stairs', stairs: stairsOf(next, earlier) })
  }
  const deaf = hub.listen(({ change }) => {
    if (change.type === 'app' || change.type === 'service') step()
  })
  signal.addEventListener('abort', deaf, { once: true })
}

/** The median seconds from a start of this version to ready, as seen on this computer; null before any. */
export function usualStartSeconds(variant: string): number | null {
  const starts = lineFile<StartTimes>(join(panelFolder(), 'starts.jsonl'), STARTS).read()
  const middle = median(starts.filter((s) => s.variant === variant).flatMap((s) => s.after['models-loaded'] ?? []))
  return middle === null ? null : middle / 1000
}
