import type { CardGround, CardLook, CardVerdict, CardWish } from '../card/card'
import { cardNames, faultWords } from '../card/card-words'
import { lookedAt } from '../card/looked'
import { cardVerdict } from '../card/verdict'
import { wishOf } from '../card/wish'
import type { Estimate, Variant, VariantStatus } from './project'

/** What this computer has for running a version; `card` is null for one that needs none. */
export interface Ground {
  readonly processor: string
  readonly card: CardGround | null
  readonly at: number
}

/** What was measured about a version on this computer. */
export interface Measured {
  readonly package: VariantStatus['package']
  readonly lastGood: VariantStatus['lastGood'] | null
  readonly secondsPerPhoto: number | null
  readonly memoryBytes: number | null
  readonly buildSeconds: number | null
  readonly startSeconds: number | null
}

/** What a card shows of a version before anything is pressed. */
export function variantStatus(variant: Variant, ground: Ground, measured: Measured): VariantStatus {
  const wish = wishOf(variant)
  const seen = wish && ground.card ? { wish, look: lookOf(wish, ground.card, ground.at), hardware: cardNames(wish, ground.card) } : null
  return {
    id: variant.id,
    hardware: seen?.hardware ?? ground.processor,
    blocked: seen ? blockedBecause(seen.look.verdict) : null,
    ...(seen ? { card: seen.look } : {}),
    package: measured.package,
    ...(measured.lastGood ? { lastGood: measured.lastGood } : {}),
    secondsPerPhoto: measured.secondsPerPhoto,
    ...(measured.memoryBytes === null ? {} : { memoryBytes: measured.memoryBytes }),
    build: estimate(measured.buildSeconds, wish === null ? CPU_BUILD_S : GPU_BUILD_S),
    start: estimate(measured.startSeconds, wish === null ? CPU_START_S : GPU_START_S),
  }
}

// Cold builds and starts on two cores, for computers that have not built or started it yet.
const CPU_BUILD_S = 120
const GPU_BUILD_S = 300
const CPU_START_S = 6
const GPU_START_S = 15

function estimate(measured: number | null, shipped: number): Estimate {
  return measured === null ? { seconds: shipped, source: 'shipped guess' } : { seconds: measured, source: 'measured here' }
}

function lookOf(wish: CardWish, ground: CardGround, at: number): CardLook {
  return { at, system: ground.system, verdict: cardVerdict(wish, ground), looked: lookedAt(wish, ground) }
}

function blockedBecause(verdict: CardVerdict): string | null {
  return verdict.kind === 'blocked' ? faultWords(verdict.fault) : null
}
