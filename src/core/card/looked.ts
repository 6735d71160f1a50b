import { assertNever } from '../assert-never'
import type { Looked } from '../engine/engine'
import type { PackageSeen } from '../health/device'
import type { DriverSeen } from '../health/nvidia-smi'
import type { CardGround, CardLook, CardWish, EngineCards } from './card'
import { cardNames, makeName } from './card-words'

/** What was looked at on the way from the card to a package, and what was found there. */
export function lookedAt(wish: CardWish, ground: CardGround): readonly Looked[] {
  const system = { what: 'System', where: ground.system.family, found: ground.system.name, ok: true }
  const own = ground.engine?.place === 'elsewhere' ? [] : wish.make === 'nvidia' ? [driverLine(ground.driver)] : [filesLine(wish, ground)]
  return [system, ...(wish.make === 'nvidia' ? [] : [cardLine(wish, ground)]), ...own, engineLine(ground.engine), ...addOnLines(wish, ground)]
}

/** What is different between two looks, in words; empty when nothing is. */
export function changesBetween(before: CardLook | null, after: CardLook): readonly string[] {
  return after.looked.flatMap(({ what, found }) => {
    const old = before?.looked.find((one) => one.what === what)?.found
    return old === undefined || old === found ? [] : [`${what}: ${found} (before: ${old})`]
  })
}

function cardLine(wish: CardWish, ground: CardGround): Looked {
  const found = ground.cards?.some(({ make }) => make === wish.make) ?? false
  return { what: 'Card', where: '/sys/bus/pci/devices', found: cardNames(wish, ground), ok: found }
}

function filesLine({ make }: CardWish, { files }: CardGround): Looked {
  const ok = files.includes(make)
  return { what: 'Driver', where: make === 'amd' ? '/dev/kfd' : '/dev/dri', found: ok ? 'loaded' : `none for ${makeName(make)} cards`, ok }
}

function driverLine(driver: DriverSeen): Looked {
  return { what: 'Driver', where: 'nvidia-smi, /proc/driver/nvidia', found: driverWords(driver), ok: driver.kind === 'cards' }
}

function driverWords(driver: DriverSeen): string {
  switch (driver.kind) {
    case 'cards':
      return `${driver.cards[0]?.driver ?? ''}, ${driver.cards.map(({ name }) => name).join(', ')}`
    case 'no-driver':
      return 'none'
    case 'no-card':
      return 'there, but it finds no card'
    case 'restart-needed':
      return 'renewed while in use'
    case 'card-lost':
      return 'there, but the card does not answer it'
    case 'silent':
      return 'there, but it does not answer'
    default:
      return assertNever(driver)
  }
}

function engineLine(engine: EngineCards | null): Looked {
  if (!engine) return { what: 'Docker', where: '', found: 'does not answer now', ok: false }
  const product = { engine: 'Docker Engine', desktop: 'Docker Desktop', podman: 'Podman' }[engine.product]
  const place = { here: '', wsl: ', in WSL 2', machine: ', in a virtual machine', elsewhere: ', on another computer' }[engine.place]
  return { what: 'Docker', where: '', found: `${product}${engine.rootless ? ' without root' : ''}${place}`, ok: engine.product !== 'podman' }
}

function addOnLines({ make, by }: CardWish, { addOn, engine, probe }: CardGround): readonly Looked[] {
  if (make !== 'nvidia' || by === 'files') return []
  const knows = engine ? [engine.nvidiaRuntime ? 'the add-on' : '', engine.devices.length > 0 ? 'a list of the cards' : ''].filter(Boolean) : []
  return [
    ...(engine?.place === 'here'
      ? [
          {
            what: 'NVIDIA’s add-on',
            where: 'nvidia-container-toolkit',
            found: { hook: 'installed', tools: 'only a part', absent: 'not installed' }[addOn],
            ok: addOn === 'hook',
          },
        ]
      : []),
    { what: 'Docker knows', where: 'docker info', found: knows.length > 0 ? knows.join(', ') : 'nothing of NVIDIA’s cards', ok: knows.length > 0 },
    { what: 'Test package', where: 'nvidia-smi -L', found: probeWords(probe), ok: probe.kind === 'saw' },
  ]
}

function probeWords(probe: PackageSeen): string {
  switch (probe.kind) {
    case 'saw':
      return `saw ${probe.cards.join(', ')}`
    case 'saw-none':
      return 'saw no card'
    case 'refused':
      return 'Docker refused'
    case 'not-tried':
      return 'not tried'
    default:
      return assertNever(probe)
  }
}
