import type { Looked } from '../engine/engine'
import type { PackageSeen } from '../health/device'
import type { DriverSeen } from '../health/nvidia-smi'

/** The family of a system, by which its own commands are named. */
export type Family = 'ubuntu' | 'debian' | 'fedora' | 'rhel' | 'arch' | 'suse' | 'other-linux' | 'windows' | 'mac'

/** The system of this computer; `inWindows` where it is a Linux inside Windows (WSL 2). */
export interface System {
  readonly family: Family
  readonly name: string
  readonly inWindows: boolean
}

/** Who makes a card. */
export type Make = 'nvidia' | 'amd' | 'intel'

/** How a version asks for its card: from NVIDIA's add-on, by a CDI name, or by mapping device files. */
export type CardRequest = 'add-on' | 'cdi' | 'files'

/** An engine as far as passing cards on goes. */
export interface EngineCards {
  readonly product: 'engine' | 'desktop' | 'podman'
  /** Where it runs: with this computer's own devices, in Windows' Linux, in another virtual machine here, or on another computer. */
  readonly place: 'here' | 'wsl' | 'machine' | 'elsewhere'
  readonly rootless: boolean
  readonly nvidiaRuntime: boolean
  /** The CDI names that it discovered. */
  readonly devices: readonly string[]
}

/** A card that the computer's own list of devices names, whether a driver serves it or not. */
export interface CardFound {
  readonly make: Make
  readonly name: string | null
  readonly memoryBytes: number | null
}

/** What was seen on the way from a card to a package, from the lowest rung to the highest. */
export interface CardGround {
  readonly system: System
  /** The cards in the list of devices; null where this system keeps none that can be read. */
  readonly cards: readonly CardFound[] | null
  /** What NVIDIA's driver says. */
  readonly driver: DriverSeen
  /** The makes whose device files are there: /dev/kfd for AMD, a render node for Intel. */
  readonly files: readonly Make[]
  /** NVIDIA's add-on for Docker on this computer: its hook, its tools only, or nothing of it. */
  readonly addOn: 'hook' | 'tools' | 'absent'
  /** Null while no engine answers. */
  readonly engine: EngineCards | null
  readonly probe: PackageSeen
}

/** What a version asks of the card and its driver. */
export interface CardWish {
  readonly make: Make
  readonly by: CardRequest
  /** The oldest driver that its package works with; null where that is not known. */
  readonly leastDriver: number | null
}

/** The lowest rung that is broken. */
export type CardFault =
  | { readonly kind: 'no-card'; readonly make: Make }
  /** `card` tells whether the card itself was seen. */
  | { readonly kind: 'no-driver'; readonly make: Make; readonly card: 'seen' | 'unknown' }
  | { readonly kind: 'restart-needed' }
  | { readonly kind: 'card-lost' }
  | { readonly kind: 'driver-silent' }
  | { readonly kind: 'driver-too-old'; readonly has: string; readonly needs: number }
  | { readonly kind: 'mac' }
  | { readonly kind: 'desktop-on-linux' }
  | { readonly kind: 'desktop-without-wsl' }
  | { readonly kind: 'virtual-machine'; readonly make: Make }
  | { readonly kind: 'podman' }
  | { readonly kind: 'no-add-on'; readonly rootless: boolean }
  | { readonly kind: 'not-set-up'; readonly rootless: boolean }
  | { readonly kind: 'no-cdi-list'; readonly rootless: boolean }
  | { readonly kind: 'refused'; readonly rootless: boolean; readonly said: string }
  | { readonly kind: 'saw-none'; readonly rootless: boolean }

/** Whether this computer can run a version on its card. */
export type CardVerdict =
  /** Shown by a test package, or everything else says yes. */
  { readonly kind: 'usable'; readonly proof: 'seen' | 'expected' } | { readonly kind: 'unknown' } | { readonly kind: 'blocked'; readonly fault: CardFault }

/** A look at the card of a version: the verdict, and what was looked at on the way. */
export interface CardLook {
  readonly at: number
  readonly system: System
  readonly verdict: CardVerdict
  readonly looked: readonly Looked[]
}
