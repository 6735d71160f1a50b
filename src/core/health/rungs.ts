import { assertNever } from '../assert-never'
import type { DeviceEvidence, PackageSeen, PhotoSeen } from './device'
import type { DriverSeen } from './nvidia-smi'

/** One step of the proof that the chosen device computes; a broken one says what helps. */
export interface Rung {
  readonly title: string
  readonly state: 'proven' | 'not-proven' | 'broken'
  readonly detail: string
  readonly fix?: string
}

/** All that is known of a card: what was looked at, what Docker says, and what the service says now. */
export interface CardKnown {
  readonly evidence: DeviceEvidence | null
  readonly enginePasses: boolean | null
  readonly used: string | null
  readonly cuda: string | null
}

const NOT_YET = 'Not proven yet'
// Less than this is noise of the desktop.
const BUSY = 5

/** The five rungs from the driver to a photo. A lower one that is broken makes those above it no more than unproven. */
export function cardRungs({ evidence, enginePasses, used, cuda }: CardKnown): readonly Rung[] {
  const rungs: readonly Rung[] = [
    driverRung(evidence?.driver ?? null),
    engineRung(enginePasses, evidence?.driver ?? null),
    packageRung(evidence?.container ?? { kind: 'not-tried' }),
    serviceRung(used, cuda),
    photoRung(evidence?.photo ?? { kind: 'not-watched' }),
  ]
  const lowest = rungs.findIndex((rung) => rung.state === 'broken')
  // Only the lowest broken one is explained: what stands on it cannot be right either.
  return rungs.map((rung, at) => (lowest >= 0 && at > lowest ? withoutFix(rung) : rung))
}

function withoutFix({ title, state, detail }: Rung): Rung {
  return { title, state, detail }
}

function driverRung(driver: DriverSeen | null): Rung {
  const title = 'Driver is installed'
  if (!driver) return { title, state: 'not-proven', detail: NOT_YET }
  switch (driver.kind) {
    case 'cards':
      return { title, state: 'proven', detail: driver.cards[0]?.driver ?? '' }
    case 'no-driver':
      return { title, state: 'broken', detail: 'None found', fix: 'Install NVIDIA’s driver for this card, then start the computer again.' }
    case 'no-card':
      return { title, state: 'broken', detail: 'No card', fix: 'The driver is there, but finds no NVIDIA card in this computer. Use the processor version.' }
    case 'restart-needed':
      return { title, state: 'broken', detail: 'Renewed', fix: 'The driver was renewed while in use. Start the computer again.' }
    case 'card-lost':
      return { title, state: 'broken', detail: 'Card hangs', fix: 'The card does not answer its driver any more. Start the computer again.' }
    case 'silent':
      return {
        title,
        state: 'broken',
        detail: 'No answer',
        fix: 'The driver does not answer. Start the computer again; if it stays so, install the driver anew.',
      }
    default:
      return assertNever(driver)
  }
}

function engineRung(passes: boolean | null, driver: DriverSeen | null): Rung {
  const title = 'Docker can pass the card on'
  if (passes === null) return { title, state: 'not-proven', detail: NOT_YET }
  if (passes) return { title, state: 'proven', detail: 'Yes' }
  // Docker Desktop does it without saying so: only beside a driver that works is its silence a fault.
  if (driver?.kind !== 'cards') return { title, state: 'not-proven', detail: NOT_YET }
  return {
    title,
    state: 'broken',
    detail: 'Add-on missing',
    fix: 'The driver is fine, NVIDIA’s add-on for Docker (the Container Toolkit) is missing. Install it, or use the processor version.',
  }
}

function packageRung(seen: PackageSeen): Rung {
  const title = 'A test package saw it'
  switch (seen.kind) {
    case 'saw':
      return { title, state: 'proven', detail: shortName(seen.cards[0] ?? '') }
    case 'saw-none':
      return {
        title,
        state: 'broken',
        detail: 'Saw none',
        fix: 'Docker passes the card on, but nothing arrives. The driver started after Docker: restart Docker, then try again.',
      }
    case 'refused':
      return {
        title,
        state: 'broken',
        detail: 'Docker refused',
        fix: 'Docker would not pass the card on. Restart Docker; if it stays so, install NVIDIA’s add-on for Docker anew.',
      }
    case 'not-tried':
      return { title, state: 'not-proven', detail: NOT_YET }
    default:
      return assertNever(seen)
  }
}

function serviceRung(used: string | null, cuda: string | null): Rung {
  const title = 'Facecraft says so'
  if (used === null) return { title, state: 'not-proven', detail: NOT_YET }
  if (used.startsWith('cuda')) return { title, state: 'proven', detail: `CUDA ${cuda ?? ''}`.trim() }
  return {
    title,
    state: 'broken',
    detail: used === 'cpu' ? 'On the processor' : used,
    fix: 'The card is there, but Facecraft began without it. Restart Facecraft.',
  }
}

function photoRung(photo: PhotoSeen): Rung {
  const title = 'The card worked'
  if (photo.kind === 'not-watched') return { title, state: 'not-proven', detail: 'Try a photo' }
  const detail = `${photo.before} to ${photo.busiest}%`
  if (photo.busiest >= photo.before + BUSY) return { title, state: 'proven', detail }
  return {
    title,
    state: 'broken',
    detail,
    fix: 'A photo came out while the card did nothing, so it was made elsewhere. Restart Facecraft and try a photo again.',
  }
}

function shortName(card: string): string {
  return card.replace(/^NVIDIA (GeForce )?/, '')
}
