import type { PanelState } from '../panel/panel'
import { rate, size } from '../words/size'
import { hourAndMinute } from '../words/when'
import type { Usage } from './health'

/** A meter: its number in words, its last hour as a line, and what that says. */
export interface Meter {
  readonly title: string
  readonly value: string
  readonly of: string
  /** Whether the upper edge stands for all there is. */
  readonly limited: boolean
  readonly minutes: readonly MeterMinute[]
  /** What the line says: "At most 92%, at 11:03". */
  readonly conclusion: string
}

/** One minute: its height from 0 to 1, null where nobody measured, and its words. */
export interface MeterMinute {
  readonly at: number
  readonly y: number | null
  readonly words: string
}

/** What a meter says of one measurement. */
export interface Reading {
  readonly title: string
  readonly value: string
  readonly of: string
}

const MINUTE = 60_000
const COUNT = 60
// A sample is taken once a minute: one that is older tells nothing of now.
const FRESH_MS = 2.5 * MINUTE

interface Kind {
  readonly title: string
  readonly of: (usage: Usage) => string
  readonly figure: (usage: Usage) => number | null
  /** All there is; null where only the largest of the hour gives the scale. */
  readonly most: (usage: Usage) => number | null
  readonly words: (figure: number) => string
}

/** The meters of the last hour; what was never measured has none, and before the first measurement there is none at all. */
export function meters(state: PanelState, now: number): readonly Meter[] {
  const slots = slotsOf(state.usage, now)
  const seen = slots.flatMap(({ usage }) => usage ?? [])
  return kindsOf(state).flatMap((kind) => (seen.some((usage) => kind.figure(usage) !== null) ? [meterOf(kind, slots, now)] : []))
}

/** What the meters say of one measurement, in their order. */
export function readings(state: PanelState, usage: Usage): readonly Reading[] {
  return kindsOf(state).flatMap((kind) => {
    const figure = kind.figure(usage)
    return figure === null ? [] : [{ title: kind.title, value: kind.words(figure), of: kind.of(usage) }]
  })
}

function kindsOf({ engine }: PanelState): readonly Kind[] {
  const running = engine.kind === 'running' ? engine : null
  const cores = running?.cores ?? null
  const left = running?.freeBytes ?? null
  return [
    {
      title: 'Processor',
      of: () => (cores === null ? '' : `of ${cores} core${cores === 1 ? '' : 's'}`),
      figure: ({ cpu }) => cpu / (cores ?? 1),
      // Without Docker nobody tells how many cores there are.
      most: () => (cores === null ? null : 1),
      words: (share) => (cores === null ? `${share.toFixed(1)} cores` : percent(share)),
    },
    {
      title: 'Memory',
      of: ({ memoryLimitBytes }) => `of ${size(memoryLimitBytes)}`,
      figure: ({ memoryBytes }) => memoryBytes,
      most: ({ memoryLimitBytes }) => memoryLimitBytes,
      words: size,
    },
    { title: 'Graphics card', of: () => 'now', figure: ({ card }) => (card?.busy == null ? null : card.busy / 100), most: () => 1, words: percent },
    {
      title: 'Card memory',
      of: ({ card }) => (card?.memoryLimitBytes == null ? '' : `of ${size(card.memoryLimitBytes)}`),
      figure: ({ card }) => card?.memoryBytes ?? null,
      most: ({ card }) => card?.memoryLimitBytes ?? null,
      words: size,
    },
    { title: 'Network', of: () => 'in and out', figure: ({ network }) => network, most: () => null, words: rate },
    {
      title: 'Saved files',
      of: () => (left === null ? '' : `${size(left)} left`),
      figure: ({ diskBytes }) => diskBytes,
      most: () => null,
      words: size,
    },
  ]
}

interface Slot {
  readonly at: number
  readonly usage: Usage | undefined
}

function slotsOf(usage: readonly Usage[], now: number): readonly Slot[] {
  const byMinute = new Map(usage.map((one) => [Math.floor(one.at / MINUTE), one]))
  const current = Math.floor(now / MINUTE)
  // The sample of this minute may be still to come.
  const last = byMinute.has(current) ? current : current - 1
  return Array.from({ length: COUNT }, (_, i) => {
    const minute = last - (COUNT - 1 - i)
    // Two samples a minute apart may lie on both sides of one: that is no hole.
    const between = byMinute.has(minute + 1) ? byMinute.get(minute - 1) : undefined
    return { at: minute * MINUTE, usage: byMinute.get(minute) ?? between }
  })
}

function meterOf(kind: Kind, slots: readonly Slot[], now: number): Meter {
  const figures = slots.map(({ usage }) => (usage ? kind.figure(usage) : null))
  const known = figures.flatMap((figure, i) => (figure === null ? [] : [{ figure, at: slots[i]?.at ?? 0 }]))
  const largest = known.reduce((a, b) => (b.figure > a.figure ? b : a))
  const last = slots.findLast(({ usage }) => usage && kind.figure(usage) !== null)?.usage
  const limit = last ? kind.most(last) : null
  // The largest stays a little below the edge, which would look like a limit.
  const top = limit ?? Math.max(largest.figure * 1.25, 1)
  const fresh = last !== undefined && now - last.at < FRESH_MS
  return {
    title: kind.title,
    value: fresh ? kind.words(kind.figure(last) ?? 0) : '',
    of: fresh ? kind.of(last) : 'not measured now',
    limited: limit !== null,
    minutes: slots.map(({ at }, i) => {
      const figure = figures[i] ?? null
      return {
        at,
        y: figure === null ? null : Math.min(1, Math.max(0, figure / top)),
        words: `${hourAndMinute(at)}: ${figure === null ? 'not measured' : kind.words(figure)}`,
      }
    }),
    conclusion: `At most ${kind.words(largest.figure)}, at ${hourAndMinute(largest.at)}`,
  }
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`
}
