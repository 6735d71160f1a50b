import type { CardFault, CardGround, CardVerdict, CardWish, EngineCards, Make } from './card'

/** Whether this computer can run a version on its card, and the lowest rung that is broken where it cannot. */
export function cardVerdict(wish: CardWish, ground: CardGround): CardVerdict {
  // A package that saw the card is the last word, whatever the signs said.
  if (ground.probe.kind === 'saw') return { kind: 'usable', proof: 'seen' }
  const before = beforeProbe(wish, ground)
  const fault = before.kind === 'blocked' && before.fault.kind !== 'not-set-up' ? null : probeFault(ground)
  return fault ? { kind: 'blocked', fault } : before
}

/** Whether a test package should have the last word: everything says yes, or the only doubt is whether Docker was told of the add-on. */
export function worthProbing(wish: CardWish, ground: CardGround): boolean {
  if (wish.make !== 'nvidia' || !ground.engine) return false
  const before = beforeProbe(wish, ground)
  return before.kind === 'usable' || (before.kind === 'blocked' && before.fault.kind === 'not-set-up')
}

function beforeProbe(wish: CardWish, ground: CardGround): CardVerdict {
  const fault = wish.make === 'nvidia' ? nvidiaFault(wish, ground) : fileFault(wish.make, ground)
  if (fault) return { kind: 'blocked', fault }
  return ground.engine ? { kind: 'usable', proof: 'expected' } : { kind: 'unknown' }
}

function probeFault({ probe, engine, addOn }: CardGround): CardFault | null {
  const rootless = engine?.rootless ?? false
  if (probe.kind === 'saw-none') return { kind: 'saw-none', rootless }
  if (probe.kind !== 'refused') return null
  // Docker knows no add-on at all: the rung below says that better.
  if (/could not select device driver/.test(probe.said)) return { kind: addOn === 'absent' ? 'no-add-on' : 'not-set-up', rootless }
  return { kind: 'refused', rootless, said: probe.said }
}

function nvidiaFault(wish: CardWish, ground: CardGround): CardFault | null {
  const { engine } = ground
  // What this computer has says nothing about another one.
  if (engine?.place === 'elsewhere') return passFault(wish, ground, engine)
  if (ground.system.family === 'mac') return { kind: 'mac' }
  return driverFault(wish, ground) ?? (engine ? (placeFault(engine, ground) ?? passFault(wish, ground, engine)) : null)
}

function driverFault({ leastDriver }: CardWish, { driver, cards }: CardGround): CardFault | null {
  switch (driver.kind) {
    case 'cards': {
      const has = driver.cards[0]?.driver ?? ''
      return leastDriver !== null && Number.parseInt(has, 10) < leastDriver ? { kind: 'driver-too-old', has, needs: leastDriver } : null
    }
    case 'no-driver':
      if (cards?.some(({ make }) => make === 'nvidia')) return { kind: 'no-driver', make: 'nvidia', card: 'seen' }
      return cards ? { kind: 'no-card', make: 'nvidia' } : { kind: 'no-driver', make: 'nvidia', card: 'unknown' }
    case 'no-card':
      return { kind: 'no-card', make: 'nvidia' }
    case 'restart-needed':
    case 'card-lost':
      return { kind: driver.kind }
    case 'silent':
      return { kind: 'driver-silent' }
  }
}

function placeFault(engine: EngineCards, { system }: CardGround): CardFault | null {
  if (engine.product === 'podman') return { kind: 'podman' }
  if (engine.place !== 'machine') return null
  if (system.family === 'windows') return { kind: 'desktop-without-wsl' }
  return engine.product === 'desktop' ? { kind: 'desktop-on-linux' } : { kind: 'virtual-machine', make: 'nvidia' }
}

function passFault({ by }: CardWish, { addOn }: CardGround, engine: EngineCards): CardFault | null {
  const { rootless } = engine
  const listed = engine.devices.some((id) => id.startsWith('nvidia.com/gpu'))
  // Docker Desktop brings the add-on with it and does not always say so.
  if (by === 'files' || (engine.product === 'desktop' && engine.place === 'wsl')) return null
  if (by === 'cdi') return listed ? null : addOn === 'absent' ? { kind: 'no-add-on', rootless } : { kind: 'no-cdi-list', rootless }
  // With the hook on the disk Docker passes cards on if it was started since: only a try can tell.
  if (engine.nvidiaRuntime || (addOn === 'hook' && engine.place === 'here')) return null
  return listed || addOn !== 'absent' ? { kind: 'not-set-up', rootless } : { kind: 'no-add-on', rootless }
}

// AMD's and Intel's cards are passed on as files, which need nothing but to be there.
function fileFault(make: Exclude<Make, 'nvidia'>, { system, engine, files, cards }: CardGround): CardFault | null {
  if (engine?.place === 'elsewhere') return null
  if (system.family === 'mac') return { kind: 'mac' }
  if (system.family === 'windows' || (engine && engine.place !== 'here')) return { kind: 'virtual-machine', make }
  if (files.includes(make)) return null
  const seen = cards?.some((card) => card.make === make) ?? false
  return seen ? { kind: 'no-driver', make, card: 'seen' } : { kind: 'no-card', make }
}
