import { join } from 'node:path'
import { incidentsOf, lastHour, sampleOf, type Sample } from '../../core/health/hour'
import { climb, median, stairsOf, type StartTimes } from '../../core/health/stairs'
import { lineFile } from '../files/line-file'
import { panelFolder } from '../files/panel-folder'
import type { Hub } from '../hub'

const MINUTE = 60_000
const DAY_OF_SAMPLES = 3000
const STARTS = 50

/** Keeps a sample a minute and each change of the app's state, and the steps of each start. */
export function recordHealth(hub: Hub, signal: AbortSignal): void {
  const samples = lineFile<Sample>(join(panelFolder(), 'samples.jsonl'), DAY_OF_SAMPLES)
  const starts = lineFile<StartTimes>(join(panelFolder(), 'starts.jsonl'), STARTS)
  let recent = [...samples.read()]
  let earlier = [...starts.read()]
  let current: StartTimes | null = null
  let last: Sample['state'] | null = null

  const showHour = (): void => hub.say({ type: 'hour', hour: lastHour(recent, Date.now()), incidents: incidentsOf(recent, Date.now()) })
  const sample = (): void => {
    const state = sampleOf(hub.state().app)
    last = state
    if (state === null) return
    const one = { at: Date.now(), state }
    samples.append(one)
    recent = [...recent.filter((s) => s.at > one.at - 61 * MINUTE), one]
  }
  const step = (): void => {
    const { app, service } = hub.state()
    if (!('since' in app)) return
    if (current?.at !== app.since || current.variant !== app.variant) {
      if (app.kind === 'not-answering' || app.kind === 'crash-loop') return
      current = { variant: app.variant, at: app.since, after: {} }
    }
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

  showHour()
  const timer = setInterval(() => (sample(), showHour()), MINUTE)
  const deaf = hub.listen(({ change }) => {
    if (change.type !== 'app' && change.type !== 'service') return
    step()
    if (sampleOf(hub.state().app) !== last) {
      sample()
      showHour()
    }
  })
  signal.addEventListener('abort', () => (clearInterval(timer), deaf()), { once: true })
}

/** The median seconds from a start of this version to ready, as seen on this computer; null before any. */
export function usualStartSeconds(variant: string): number | null {
  const starts = lineFile<StartTimes>(join(panelFolder(), 'starts.jsonl'), STARTS).read()
  const middle = median(starts.filter((s) => s.variant === variant).flatMap((s) => s.after['models-loaded'] ?? []))
  return middle === null ? null : middle / 1000
}
