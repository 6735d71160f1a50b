import type { PanelState } from '../panel/panel'
import { size } from '../words/size'
import type { Usage } from './health'

/** A meter: its number in words, and its line as points from 0 to 1, oldest first, with an optional limit. */
export interface Meter {
  readonly title: string
  readonly value: string
  readonly of: string
  readonly points: readonly { readonly x: number; readonly y: number }[]
  /** What the line says, for readers. */
  readonly conclusion: string
}

const HOUR_MS = 3_600_000
const MOST_POINTS = 180

/** Processor and memory of the last hour; none before the first measurement. */
export function meters(state: PanelState, now: number): readonly Meter[] {
  const last = state.usage.at(-1)
  if (!last) return []
  const cores = state.engine.kind === 'running' ? state.engine.cores : null
  const seen = thinned(state.usage.filter((usage) => now - usage.at <= HOUR_MS))
  const most = Math.max(...state.usage.map((usage) => usage.memoryBytes))
  return [
    {
      title: 'Processor',
      value: percent(cores === null ? last.cpu : last.cpu / cores),
      of: cores === null ? 'of one core' : `of ${cores} core${cores === 1 ? '' : 's'}`,
      points: line(seen, now, (usage) => usage.cpu / (cores ?? 1)),
      conclusion: `Processor, last hour: now ${percent(last.cpu / (cores ?? 1))}, at most ${percent(Math.max(...seen.map((usage) => usage.cpu)) / (cores ?? 1))}`,
    },
    {
      title: 'Memory',
      value: size(last.memoryBytes),
      of: `of ${size(last.memoryLimitBytes)}`,
      points: line(seen, now, (usage) => usage.memoryBytes / usage.memoryLimitBytes),
      conclusion: `Memory, last hour: now ${size(last.memoryBytes)}, at most ${size(most)}`,
    },
  ]
}

function line(usage: readonly Usage[], now: number, share: (usage: Usage) => number): Meter['points'] {
  return usage.map((one) => ({ x: 1 - (now - one.at) / HOUR_MS, y: Math.min(1, Math.max(0, share(one))) }))
}

function thinned(usage: readonly Usage[]): readonly Usage[] {
  const every = Math.ceil(usage.length / MOST_POINTS)
  return usage.filter((_, at) => at % Math.max(1, every) === 0 || at === usage.length - 1)
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`
}
