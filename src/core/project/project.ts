import type { CardLook, CardRequest } from '../card/card'
import type { Hazard } from './hazards'

/** Where a version does its work. */
export type DeviceKind = 'cpu' | 'nvidia' | 'amd' | 'intel' | 'none'

/** The address a service publishes on the host. */
export interface PublishedPort {
  readonly address: string
  readonly port: number
  readonly target: number
}

/** One way of running the app: a Compose profile with the services it starts. */
export interface Variant {
  readonly id: string
  readonly kind: DeviceKind
  /** How it asks for its card, where that is not NVIDIA's add-on. */
  readonly asksBy?: Exclude<CardRequest, 'add-on'>
  readonly services: readonly string[]
  /** The profiles to switch on for it: its own, and those that the project's settings always switch on. */
  readonly profiles?: readonly string[]
  /** The service that answers on the published port. */
  readonly main: string
  readonly image: string
  readonly dockerfile: string | null
  /** The folder that it is built from; the Dockerfile's path counts from there. */
  readonly context?: string
  readonly port: PublishedPort | null
  readonly volumes: readonly string[]
}

/** A Compose project that was read and can be used. */
export interface Project {
  readonly name: string
  readonly folder: string
  readonly variants: readonly Variant[]
  /** The pairs of versions that cannot run at the same time. */
  readonly exclusive?: readonly (readonly [string, string])[]
  /** What a person will regret, one sentence each. */
  readonly warnings?: readonly string[]
  /** What a start would do to this computer; a first start asks about it. */
  readonly hazards?: readonly Hazard[]
  /** The hash that the answer is remembered under. */
  readonly consent?: string
  /** Why its versions cannot run behind a forwarder; null or left out where they can. */
  readonly noForwarder?: string | null
}

/** What is known about a version on this computer, beside what its file says. */
export interface VariantStatus {
  readonly id: string
  readonly hardware: string
  /** Why this computer cannot run it; null when it can. */
  readonly blocked: string | null
  /** What was looked at of its card; absent for a version without one. */
  readonly card?: CardLook
  readonly package: { readonly digest: string; readonly bytes: number; readonly createdAt: number } | null
  /** The last package that became ready here, where it is another one and still there. */
  readonly lastGood?: { readonly digest: string; readonly at: number }
  readonly secondsPerPhoto: number | null
  /** The most memory that it was seen to use here; absent before any look. */
  readonly memoryBytes?: number
  readonly build: Estimate
  readonly start: Estimate
}

/** A length of time in seconds and whether it was measured on this computer. */
export interface Estimate {
  readonly seconds: number
  readonly source: 'measured here' | 'shipped guess'
}
