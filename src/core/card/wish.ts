import type { Variant } from '../project/project'
import type { CardWish } from './card'

// What the package for NVIDIA cards that comes with the panel was made for: CUDA 12.
const LEAST_DRIVER: Readonly<Record<string, number>> = { 'facecraft-gpu': 525 }

/** What a version asks of the card; null for one that needs none. */
export function wishOf({ kind, asksBy, main }: Variant): CardWish | null {
  if (kind === 'cpu' || kind === 'none') return null
  return { make: kind, by: asksBy ?? 'add-on', leastDriver: kind === 'nvidia' ? (LEAST_DRIVER[main] ?? null) : null }
}
