import type { Ending } from './ending'

/** How the app is; `since` and `at` are milliseconds since 1970. */
export type AppState =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'stopped'; readonly at: number | null; readonly variant: string | null; readonly ending?: Ending }
  /** `again` tells why Docker had to start it once more. */
  | { readonly kind: 'starting'; readonly variant: string; readonly since: number; readonly again?: Ending }
  | {
      readonly kind: 'loading'
      readonly variant: string
      readonly since: number
      readonly loaded: number | null
      readonly total: number | null
      readonly reasons: readonly string[]
      readonly again?: Ending
    }
  | { readonly kind: 'ready'; readonly variant: string; readonly since: number }
  | { readonly kind: 'wrong-device'; readonly variant: string; readonly since: number; readonly used: string }
  /** It was ready and is not now; `reasons` where it answers and says why, `cutOff` where the forwarder that holds its port does not run. */
  | { readonly kind: 'not-answering'; readonly variant: string; readonly since: number; readonly reasons?: readonly string[]; readonly cutOff?: true }
  | { readonly kind: 'paused'; readonly variant: string; readonly since: number }
  | {
      readonly kind: 'crash-loop'
      readonly variant: string
      readonly since: number
      readonly restarts: number
      readonly code: number
      readonly outOfMemory: boolean
      readonly ending?: Ending
    }

/** What the service says of itself at /status. */
export interface ServiceStatus {
  readonly version: string
  readonly device: { readonly requested: string; readonly used: string | null; readonly name: string; readonly torch: string; readonly cuda: string | null }
  readonly photos: { readonly done: number; readonly failed: number; readonly secondsPerPhoto: number | null }
  readonly models: readonly { readonly name: string; readonly sha256: string }[]
  readonly cleanupAgeHours: number
  readonly savedPhotos: { readonly count: number; readonly bytes: number } | null
}

/** The steps of a start, in order. */
export type StairName = 'started' | 'reachable' | 'answering' | 'models-loaded' | 'first-photo'

/** A step of the last start: milliseconds after the start; `usual` is the median of earlier starts here. */
export interface Stair {
  readonly name: StairName
  readonly after: number | null
  readonly usual: number | null
}

/** A minute of the last hour; `unknown` where nobody watched. */
export type MinuteState = 'ready' | 'loading' | 'away' | 'not-answering' | 'unknown'

/** One minute; `at` is its beginning in milliseconds since 1970. */
export interface Minute {
  readonly at: number
  readonly state: MinuteState
}

/** Something that went wrong or away, as a sentence with its length. */
export interface Incident {
  readonly at: number
  readonly endedAt: number | null
  readonly text: string
}

/** Use of the machine by the app at one moment, or over the time since the one before; null where it was not measured. */
export interface Usage {
  readonly at: number
  /** In processor cores. */
  readonly cpu: number
  readonly memoryBytes: number
  readonly memoryLimitBytes: number
  /** Bytes a second, in and out together. */
  readonly network: number | null
  /** Bytes of the folders that stay: photos and results. */
  readonly diskBytes: number | null
  /** The first card of this computer while a version for cards runs. */
  readonly card: CardUse | null
}

/** How busy a card is, from 0 to 100, and its memory; null where the card does not tell. */
export interface CardUse {
  readonly busy: number | null
  readonly memoryBytes: number | null
  readonly memoryLimitBytes: number | null
}
