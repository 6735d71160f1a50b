import type { DeviceKind } from './project'
import { usesCard } from './uses-card'

/** What is expected of a version before it was built or used on this computer: bytes of its package and of memory, seconds for one photo. */
export interface ShippedGuess {
  readonly packageBytes: number
  readonly memoryBytes: number
  readonly photoSeconds: number
}

/** The guess for a kind of version; measured with the packages that this project builds, on two processor cores. */
export function shippedGuess(kind: DeviceKind): ShippedGuess {
  return usesCard(kind)
    ? { packageBytes: 5_050_000_000, memoryBytes: 2_500_000_000, photoSeconds: 0.2 }
    : { packageBytes: 1_030_000_000, memoryBytes: 700_000_000, photoSeconds: 0.5 }
}
