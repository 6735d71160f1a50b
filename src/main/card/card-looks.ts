import type { CardGround, CardWish } from '../../core/card/card'
import type { PackageSeen } from '../../core/health/device'
import type { EngineLink } from '../engine/connect'
import { inspectImage } from '../engine/images'
import { lookFromContainer } from '../health/look-at-card'
import { lookAtAddOn, lookAtCards, lookAtFiles, lookAtNvidia, lookAtSystem } from './look-at-computer'
import { lookAtEngine } from './look-at-engine'
import { openProofs } from './proofs'

/** All that was looked at but the test package, and the name under which a proof of it is kept. */
export interface ComputerLooked {
  readonly ground: Omit<CardGround, 'probe'>
  readonly key: string
}

/** What to prove: a version's wish, with the packages that may be tried, the version's own first. */
export interface ToProve {
  readonly wish: CardWish
  readonly images: readonly string[]
}

/** Looks at this computer's cards, and keeps what test packages saw. */
export interface CardLooks {
  /** Looks at everything anew but the test package. */
  look(link: EngineLink | null): Promise<ComputerLooked>
  /** With what a test package saw earlier on this engine with this driver. */
  groundFor(looked: ComputerLooked, wish: CardWish): CardGround
  /** Tries a test package made of what is built already; nothing is fetched. */
  prove(looked: ComputerLooked, what: ToProve, link: EngineLink): Promise<PackageSeen>
  /** Keeps what a start showed: that Docker refused. */
  keep(looked: ComputerLooked, wish: CardWish, seen: PackageSeen): void
}

/** The looks of one panel. */
export function openCardLooks(): CardLooks {
  const proofs = openProofs()
  let asked: EngineLink | null = null
  const keyOf = ({ key }: ComputerLooked, { by }: CardWish): string => `${key} ${by}`
  return {
    async look(link) {
      if (link !== asked) proofs.hope()
      asked = link
      const system = await lookAtSystem()
      const [cards, driver, addOn, engine] = await Promise.all([
        lookAtCards(system),
        lookAtNvidia(),
        lookAtAddOn(),
        link ? lookAtEngine(link).catch(() => null) : null,
      ])
      const files = await lookAtFiles(cards)
      const version = driver.kind === 'cards' ? (driver.cards[0]?.driver ?? '') : driver.kind
      return { ground: { system, cards, driver, files, addOn, engine: engine?.cards ?? null }, key: `${engine?.key ?? ''} ${addOn} ${version}` }
    },
    groundFor: (looked, wish) => ({ ...looked.ground, probe: looked.ground.engine ? proofs.of(keyOf(looked, wish)) : { kind: 'not-tried' } }),
    async prove(looked, { wish, images }, link) {
      for (const image of images) {
        const there = await inspectImage(link.docker, image).catch(() => null)
        if (!there) continue
        const seen = await lookFromContainer(link.docker, { image: there.digest, by: wish.by === 'cdi' ? 'cdi' : 'add-on' })
        proofs.keep(keyOf(looked, wish), seen)
        return seen
      }
      return { kind: 'not-tried' }
    },
    keep: (looked, wish, seen) => proofs.keep(keyOf(looked, wish), seen),
  }
}
