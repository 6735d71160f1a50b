import type { EngineState } from '../../../core/engine/engine'
import type { Variant, VariantStatus } from '../../../core/project/project'
import { shippedGuess } from '../../../core/project/shipped-guesses'
import { duration } from '../../../core/words/duration'
import { size } from '../../../core/words/size'

/** How long one photo takes, and whether that was measured here. */
export function photoWords(status: VariantStatus | null, variant: Variant): string {
  if (status?.secondsPerPhoto != null) return `${duration(status.secondsPerPhoto)}, measured`
  if (status?.blocked != null) return 'not on this computer'
  return `about ${duration(shippedGuess(variant.kind).photoSeconds)}, estimated`
}

/** How big the version is, and whether it is here already. */
export function sizeWords(status: VariantStatus | null, variant: Variant): string {
  if (status?.package) return `${size(status.package.bytes)}, installed`
  return `about ${size(shippedGuess(variant.kind).packageBytes)}, to build`
}

/** What it needs and this Docker does not have, space to build it or memory to run it, in words; null where nothing is known to lack. */
export function lackWords(engine: EngineState, status: VariantStatus | null, variant: Variant): string | null {
  if (engine.kind !== 'running') return null
  const { packageBytes, memoryBytes } = shippedGuess(variant.kind)
  if (engine.memoryBytes < memoryBytes) return `Needs about ${size(memoryBytes)} of memory, Docker has ${size(engine.memoryBytes)}`
  const free = status?.package ? null : engine.freeBytes
  return free === null || free >= packageBytes ? null : `Needs about ${size(packageBytes)} of space, ${size(free)} are left`
}
