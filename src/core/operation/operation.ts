import type { Problem } from '../failure/failure'

/** What a button sets going. */
export type OperationKind = (typeof kinds)[number]

const kinds = ['build', 'start', 'stop', 'switch', 'verify'] as const

/** Whether a word names a kind of operation. */
export function isOperationKind(word: string): word is OperationKind {
  return kinds.some((kind) => kind === word)
}

/** How an operation ended; never a boolean. */
export type Outcome =
  | { readonly kind: 'succeeded' }
  /** With words where a cancel had something to undo. */
  | { readonly kind: 'cancelled'; readonly problem?: Problem }
  | { readonly kind: 'interrupted' }
  | { readonly kind: 'failed'; readonly problem: Problem }

/** The stretches of an operation, in the order a person meets them. */
export type StageName =
  | 'check'
  | 'build'
  | 'create'
  | 'start-beside'
  | 'hand-over'
  | 'stop-old'
  | 'wait-port'
  | 'start'
  | 'wait-ready'
  | 'confirm'
  | 'roll-back'
  | 'cancelling'
  | 'checks'

/** One operation as the screen shows it; times are milliseconds since 1970. */
export interface Operation {
  readonly id: string
  readonly kind: OperationKind
  readonly variant: string
  /** The version that ran when it began, if one did. */
  readonly from?: string
  readonly startedAt: number
  readonly endedAt: number | null
  readonly stage: { readonly name: StageName; readonly since: number } | null
  readonly outcome: Outcome | null
}
