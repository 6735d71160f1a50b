import { assertNever } from '../assert-never'
import { duration } from '../words/duration'
import type { AppState, Stair, StairName } from './health'

/** One step of the start as drawn: places from 0 to 1 along the longest start, and what it says. */
export interface StairView {
  readonly name: StairName
  readonly title: string
  readonly from: number
  readonly to: number
  /** Where it usually is reached; null before the second start here. */
  readonly usual: number | null
  readonly state: 'reached' | 'growing' | 'open'
  readonly words: string
}

/** The stairs of the last start; while it starts, the next step grows with the time. */
export function stairViews(stairs: readonly Stair[], app: AppState, now: number): readonly StairView[] {
  const starting = app.kind === 'starting' || app.kind === 'loading'
  const gone = starting ? now - app.since : 0
  const longest = Math.max(1, gone, ...stairs.flatMap((stair) => [stair.after ?? 0, stair.usual ?? 0])) * 1.05
  const next = starting ? stairs.findIndex((stair) => stair.after === null) : -1
  return stairs.map((stair, at) => {
    const before = stairs[at - 1]?.after ?? (at === 0 ? 0 : gone)
    const growing = at === next
    const end = stair.after ?? (growing ? Math.max(gone, before) : before)
    return {
      name: stair.name,
      title: stairTitle(stair.name),
      from: Math.min(before, end) / longest,
      to: end / longest,
      usual: stair.usual === null ? null : stair.usual / longest,
      state: stair.after !== null ? 'reached' : growing ? 'growing' : 'open',
      words:
        stair.after !== null ? duration(stair.after / 1000) : growing ? `${duration(gone / 1000)} so far` : app.kind === 'unknown' ? 'not known' : 'not yet',
    }
  })
}

/** How long the last start took beside the usual: "51 s, usually 54 s". */
export function startWords(stairs: readonly Stair[]): string {
  const ready = stairs.find((stair) => stair.name === 'models-loaded')
  if (!ready) return ''
  const usual = ready.usual === null ? '' : `usually ${duration(ready.usual / 1000)}`
  if (ready.after === null) return usual
  return [duration(ready.after / 1000), usual].filter(Boolean).join(', ')
}

function stairTitle(name: StairName): string {
  switch (name) {
    case 'started':
      return 'Started'
    case 'reachable':
      return 'Reachable'
    case 'answering':
      return 'Answering'
    case 'models-loaded':
      return 'Models loaded'
    case 'first-photo':
      return 'First photo done'
    default:
      return assertNever(name)
  }
}
