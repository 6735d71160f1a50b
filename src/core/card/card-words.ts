import { assertNever } from '../assert-never'
import type { CardFault, CardGround, CardWish, Make } from './card'

const MAKES: Readonly<Record<Make, string>> = { nvidia: 'NVIDIA', amd: 'AMD', intel: 'Intel' }

/** The maker's name as people write it. */
export function makeName(make: Make): string {
  return MAKES[make]
}

/** Why this computer cannot run a version, in half a sentence for its card. */
export function faultWords(fault: CardFault): string {
  switch (fault.kind) {
    case 'no-card':
      return `No ${makeName(fault.make)} card found`
    case 'no-driver':
      return fault.card === 'seen' ? `The ${makeName(fault.make)} card has no driver yet` : `No ${makeName(fault.make)} driver found`
    case 'restart-needed':
      return 'The card’s driver was renewed, so the computer has to start again'
    case 'card-lost':
      return 'The card does not answer its driver'
    case 'driver-silent':
      return 'The card’s driver does not answer'
    case 'driver-too-old':
      return `Driver too old: ${Number.parseInt(fault.has, 10)}, needs ${fault.needs}`
    case 'mac':
      return 'Docker on a Mac cannot use graphics cards'
    case 'desktop-on-linux':
      return 'Docker Desktop on Linux cannot use graphics cards'
    case 'desktop-without-wsl':
      return 'Docker uses graphics cards on Windows only with WSL 2'
    case 'virtual-machine':
      return `This Docker runs in a virtual machine without the ${makeName(fault.make)} card`
    case 'podman':
      return 'Podman stands in for Docker here and does not pass the card on'
    case 'no-add-on':
      return 'NVIDIA’s add-on for Docker is missing'
    case 'not-set-up':
      return 'Docker does not know NVIDIA’s add-on yet'
    case 'no-cdi-list':
      return 'Docker has no list of the cards yet'
    case 'refused':
      return 'Docker would not pass the card on'
    case 'saw-none':
      return 'Docker passes the card on, but nothing arrives'
    default:
      return assertNever(fault)
  }
}

/** What the cards of this make are called and how much memory each has. */
export function cardNames(wish: CardWish, { engine, probe, driver, cards }: CardGround): string {
  const make = makeName(wish.make)
  if (engine?.place === 'elsewhere') return probe.kind === 'saw' ? probe.cards.join('; ') : `${make} card of another computer`
  const named = driver.kind === 'cards' && wish.make === 'nvidia' ? driver.cards : (cards ?? []).filter((card) => card.make === wish.make)
  if (named.length === 0) return cards ? `No ${make} card` : `No ${make} card seen`
  return named.map((card) => withMemory(card.name ?? `${make} card`, card.memoryBytes)).join('; ')
}

function withMemory(name: string, bytes: number | null): string {
  return bytes === null ? name : `${name}, ${Math.round(bytes / 2 ** 30)} GB`
}
