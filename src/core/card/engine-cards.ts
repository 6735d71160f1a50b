import type { EngineCards } from './card'
import { isWindowsKernel } from './system'

/** What an engine answers about itself, as far as it tells how cards are passed on. */
export interface EngineSigns {
  readonly operatingSystem: string
  readonly kernel: string
  readonly security: readonly string[]
  readonly runtimes: readonly string[]
  readonly devices: readonly string[]
  /** The names of its parts, such as "Engine" or "Podman Engine". */
  readonly parts: readonly string[]
}

/** Where this computer stands: its platform, its kernel, and whether the engine is reached at another address. */
export interface Standing {
  readonly platform: string
  readonly kernel: string
  readonly elsewhere: boolean
}

/** How an engine passes cards on, from what it answers. */
export function engineCards(signs: EngineSigns, standing: Standing): EngineCards {
  return {
    product: signs.parts.some((part) => /podman/i.test(part)) ? 'podman' : /docker desktop/i.test(signs.operatingSystem) ? 'desktop' : 'engine',
    place: placeOf(signs, standing),
    rootless: signs.security.some((option) => /name=rootless/.test(option)),
    nvidiaRuntime: signs.runtimes.includes('nvidia'),
    devices: signs.devices,
  }
}

// With the same kernel it runs beside the panel; Windows' own Linux kernel serves all that run on WSL 2.
function placeOf({ kernel, operatingSystem }: EngineSigns, standing: Standing): EngineCards['place'] {
  if (standing.elsewhere) return 'elsewhere'
  const desktop = /docker desktop/i.test(operatingSystem)
  if (isWindowsKernel(kernel)) return desktop || standing.platform === 'win32' ? 'wsl' : 'here'
  return standing.platform === 'linux' && kernel === standing.kernel && !desktop ? 'here' : 'machine'
}
