import type { DriverSeen } from './nvidia-smi'

/** What a small package of the card's version saw when Docker passed the card on to it. */
export type PackageSeen =
  | { readonly kind: 'saw'; readonly cards: readonly string[] }
  | { readonly kind: 'saw-none'; readonly said: string }
  | { readonly kind: 'refused'; readonly said: string }
  | { readonly kind: 'not-tried' }

/** Whether the card worked while a photo was made: how busy it was at most, from 0 to 100. */
export type PhotoSeen = { readonly kind: 'watched'; readonly before: number; readonly busiest: number; readonly at: number } | { readonly kind: 'not-watched' }

/** What was seen on the way from the driver to a photo; Docker and the service are asked all the time and stand elsewhere. */
export interface DeviceEvidence {
  readonly variant: string
  readonly at: number
  readonly driver: DriverSeen
  readonly container: PackageSeen
  readonly photo: PhotoSeen
}
