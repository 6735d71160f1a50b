import { release } from 'node:os'
import type { EngineCards } from '../../core/card/card'
import { engineCards } from '../../core/card/engine-cards'
import type { EngineLink } from '../engine/connect'
import { deadline } from '../engine/deadline'

const INFO_MS = 8000

interface Info {
  readonly ID?: string
  readonly ServerVersion: string
  readonly OperatingSystem?: string
  readonly KernelVersion?: string
  readonly SecurityOptions?: readonly string[] | null
  readonly Runtimes?: Readonly<Record<string, unknown>> | null
  readonly DiscoveredDevices?: readonly { readonly ID: string }[] | null
}

/** An engine as far as cards go, and the name under which a proof on it is kept. */
export interface EngineLooked {
  readonly cards: EngineCards
  readonly key: string
}

/** Asks the engine anew what it knows of cards. */
export async function lookAtEngine(link: EngineLink): Promise<EngineLooked> {
  const [info, version] = await deadline(Promise.all([link.docker.info() as Promise<Info>, link.docker.version()]), INFO_MS)
  const parts = ((version as { Components?: readonly { Name: string }[] }).Components ?? []).map(({ Name }) => Name)
  const cards = engineCards(
    {
      operatingSystem: info.OperatingSystem ?? '',
      kernel: info.KernelVersion ?? '',
      security: info.SecurityOptions ?? [],
      runtimes: Object.keys(info.Runtimes ?? {}),
      devices: (info.DiscoveredDevices ?? []).map(({ ID }) => ID),
      parts,
    },
    { platform: process.platform, kernel: release(), elsewhere: link.host !== '127.0.0.1' },
  )
  return { cards, key: `${info.ID ?? ''} ${info.ServerVersion} ${cards.nvidiaRuntime} ${cards.devices.join(',')}` }
}
