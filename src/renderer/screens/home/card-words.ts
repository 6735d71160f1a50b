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

/** That there is too little space to build it, in words; null where there is enough or nobody knows. */
export function spaceWords(engine: EngineState, variant: Variant): string | null {
  const free = engine.kind === 'running' ? engine.freeBytes : null
  const needed = shippedGuess(variant.kind).packageBytes
  return free === null || free >= needed ? null : `Needs about ${size(needed)} of space, ${size(free)} are left`
}
