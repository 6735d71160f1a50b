import { join } from 'node:path'
import { usedBetween, type Counters } from '../../core/health/counters'
import type { CardUse, Usage } from '../../core/health/health'
import { runningVariant } from '../../core/panel/chosen-variant'
import { usesCard } from '../../core/project/uses-card'
import { abortedWith } from '../aborted-with'
import type { EngineLink } from '../engine/connect'
import { followStats, readStats } from '../engine/stats'
import { volumeBytes } from '../engine/volumes'
import { lineFile } from '../files/line-file'
import { panelFolder } from '../files/panel-folder'
import type { Hub } from '../hub'
import { sleep } from '../sleep'
import { cardUse, followCard } from './follow-card'
import { lookAtDriver } from './look-at-card'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const MOST_SAMPLES = 1500
const MOMENT_MS = 1000
// Between two counts so far apart the computer slept, or Docker was away.
const GAP_MS = 2.5 * MINUTE
const SIZES_EVERY_MS = 10 * MINUTE

/** What is measured: the running container's id, or null, on the engine that answers, or null. */
export interface Measured {
  readonly link: () => EngineLink | null
  readonly container: () => string | null
}

/** The use of the machine by the app. */
export interface UsageMeter {
  /** A value a second for as long as the listener stays, and null once nothing is there to measure any more. */
  live(signal: AbortSignal): AsyncGenerator<Usage | null, void>
}

/** Keeps one sample a minute on disk, so that the last hour has no hole, and measures more only for somebody who looks. */
export function openUsage(hub: Hub, { link, container }: Measured, signal: AbortSignal): UsageMeter {
  const file = lineFile<Usage>(join(panelFolder(), 'usage.jsonl'), MOST_SAMPLES)
  let recent = lastHour(file.read())
  let before: { readonly id: string; readonly counters: Counters } | null = null
  let disk = { at: 0, bytes: null as number | null }
  let sampling = false

  const sizes = async (): Promise<number | null> => {
    const [engine, { project }] = [link(), hub.state()]
    if (engine && project.kind === 'usable' && Date.now() - disk.at > SIZES_EVERY_MS) {
      disk = { at: Date.now(), bytes: disk.bytes }
      disk = { at: Date.now(), bytes: await volumeBytes(engine.docker, project.project.name) }
    }
    return disk.bytes
  }
  const sample = async (): Promise<void> => {
    const [engine, id] = [link(), container()]
    if (!engine || id === null) return
    if (before?.id !== id) {
      before = await counted(engine, id, signal)
      await sleep(MOMENT_MS, signal)
    }
    const now = await counted(engine, id, signal)
    const used = before && now && now.counters.at - before.counters.at < GAP_MS ? usedBetween(before.counters, now.counters) : null
    before = now
    if (!used || signal.aborted) return
    const card = computesOnCard(hub) ? cardUse(await lookAtDriver()) : null
    const one: Usage = { ...used, at: Date.now(), diskBytes: await sizes(), card }
    file.append(one)
    recent = lastHour([...recent, one])
    hub.say({ type: 'usage', usage: recent })
  }
  const sampleOnce = async (): Promise<void> => {
    if (sampling) return
    sampling = true
    await sample().catch(() => undefined)
    sampling = false
  }
  if (recent.length > 0) hub.say({ type: 'usage', usage: recent })
  const timer = setInterval(() => void sampleOnce(), MINUTE)
  const deaf = hub.listen(({ change }) => {
    if (change.type === 'app' && change.app.kind === 'ready' && container() !== before?.id) void sampleOnce()
  })
  signal.addEventListener('abort', () => (clearInterval(timer), deaf()), { once: true })

  // Each container is followed on its own: the next one may compute elsewhere.
  async function* usedBy({ docker }: EngineLink, id: string, until: AbortSignal): AsyncGenerator<Usage, void> {
    const end = abortedWith(until)
    let card: CardUse | null = null
    let last: Counters | null = null
    const deaf = hub.listen(() => (container() === id ? undefined : end.abort()))
    try {
      if (computesOnCard(hub)) void followCard((use) => (card = use), end.signal)
      for await (const now of followStats(docker, id, end.signal)) {
        const used = last && now ? usedBetween(last, now) : null
        last = now
        if (used) yield { ...used, diskBytes: await sizes(), card }
      }
    } finally {
      deaf()
      end.abort()
    }
  }
  async function* live(until: AbortSignal): AsyncGenerator<Usage | null, void> {
    const end = abortedWith(signal, until)
    try {
      while (!end.signal.aborted) {
        const [engine, id] = [link(), container()]
        if (engine && id !== null) {
          yield* usedBy(engine, id, end.signal)
          if (!end.signal.aborted) yield null
        }
        await sleep(MOMENT_MS, end.signal)
      }
    } finally {
      end.abort()
    }
  }
  return { live }
}

async function counted({ docker }: EngineLink, id: string, signal: AbortSignal): Promise<{ readonly id: string; readonly counters: Counters } | null> {
  const counters = await readStats(docker, id, signal)
  return counters && { id, counters }
}

function computesOnCard(hub: Hub): boolean {
  const { project } = hub.state()
  const id = runningVariant(hub.state())
  const variant = project.kind === 'usable' ? project.project.variants.find((v) => v.id === id) : undefined
  return variant !== undefined && usesCard(variant.kind)
}

function lastHour(samples: readonly Usage[]): readonly Usage[] {
  const from = Date.now() - HOUR
  return samples.filter((one) => one.at > from && one.at <= Date.now())
}
