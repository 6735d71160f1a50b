import type { Estimate, Variant, VariantStatus } from './project'

/** What this computer has and lacks for running a version. */
export interface Ground {
  readonly processor: string
  readonly cards: readonly { readonly name: string; readonly memoryBytes: number }[]
  readonly driverLoaded: boolean
  /** Null while no engine answers: nothing is claimed about it then. */
  readonly enginePassesCards: boolean | null
}

/** What was measured about a version on this computer. */
export interface Measured {
  readonly package: VariantStatus['package']
  readonly secondsPerPhoto: number | null
  readonly buildSeconds: number | null
  readonly startSeconds: number | null
}

/** What a card shows of a version before anything is pressed. */
export function variantStatus(variant: Variant, ground: Ground, measured: Measured): VariantStatus {
  return {
    id: variant.id,
    hardware: hardwareOf(variant, ground),
    blocked: blockedBecause(variant, ground),
    package: measured.package,
    secondsPerPhoto: measured.secondsPerPhoto,
    build: estimate(measured.buildSeconds, variant.kind === 'cpu' ? CPU_BUILD_S : GPU_BUILD_S),
    start: estimate(measured.startSeconds, variant.kind === 'cpu' ? CPU_START_S : GPU_START_S),
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

function hardwareOf(variant: Variant, ground: Ground): string {
  if (variant.kind === 'cpu') return ground.processor
  const [card] = ground.cards
  if (!card) return 'No NVIDIA card found'
  return `${card.name}, ${Math.round(card.memoryBytes / 2 ** 30)} GB`
}

function blockedBecause(variant: Variant, ground: Ground): string | null {
  switch (variant.kind) {
    case 'cpu':
    case 'none':
      return null
    case 'nvidia':
      if (ground.enginePassesCards) return null
      if (ground.cards.length === 0) return ground.driverLoaded ? 'The card’s driver does not answer' : 'No NVIDIA card found'
      return ground.enginePassesCards === null ? null : 'This Docker cannot use graphics cards'
    case 'amd':
    case 'intel':
      return 'This panel cannot use cards of this make yet'
  }
}
