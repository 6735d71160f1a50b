import type { AppState, ServiceStatus, Stair, StairName } from './health'

/** The order of a start. */
export const STAIR_NAMES: readonly StairName[] = ['started', 'reachable', 'answering', 'models-loaded', 'first-photo']

/** One start as kept on disk: milliseconds after the container's start for each step that was seen. */
export interface StartTimes {
  readonly variant: string
  readonly at: number
  readonly after: Partial<Record<StairName, number>>
}

/** The start after what is known now; steps are marked the first time they are seen. */
export function climb(start: StartTimes, seen: { readonly app: AppState; readonly service: ServiceStatus | null; readonly now: number }): StartTimes {
  const reached = reachedBy(seen.app, seen.service)
  const after = { ...start.after }
  for (const name of reached) after[name] ??= Math.max(0, seen.now - start.at)
  return { ...start, after }
}

function reachedBy(app: AppState, service: ServiceStatus | null): readonly StairName[] {
  const photo: readonly StairName[] = (service?.photos.done ?? 0) > 0 ? ['first-photo'] : []
  switch (app.kind) {
    case 'starting':
      return ['started']
    case 'loading':
      return ['started', 'reachable', 'answering']
    case 'ready':
    case 'wrong-device':
      return ['started', 'reachable', 'answering', 'models-loaded', ...photo]
    default:
      return []
  }
}

/** The steps of the current start beside the median of the earlier ones of the same version. */
export function stairsOf(start: StartTimes, earlier: readonly StartTimes[]): readonly Stair[] {
  const same = earlier.filter((e) => e.variant === start.variant && e.at !== start.at)
  return STAIR_NAMES.map((name) => ({ name, after: start.after[name] ?? null, usual: median(same.flatMap((e) => e.after[name] ?? [])) }))
}

/** The middle value; null of nothing. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted.length === 0 ? null : (sorted[Math.floor((sorted.length - 1) / 2)] ?? null)
}
