import type { BuildStep } from '../../../core/build/build'
import type { LogLines } from '../../../core/build/build-view-log'
import type { Found } from '../../../core/build/find-lines'
import type { FindTerm } from '../../../core/build/find-pattern'
import type { Saving } from '../../../shared/contract'
import type { LogSource } from '../terminal/log-view'

/** What to look for in a whole log: how many lines to pass over, or nothing but the first. */
export interface FindAsk extends FindTerm {
  readonly skip?: number
  readonly only?: 'first'
}

/** How saving a log ended. */
export type LogSaved = Exclude<Saving, { kind: 'saving' }>

/** A log that can be shown, searched, followed and saved, wherever it comes from; the same object as long as it is the same log. */
export interface ShownLog {
  readonly source: LogSource
  /** Begins to turn what was read into lines for the terminal. */
  readonly lines: () => LogLines
  /** The one step to show; null shows everything. */
  readonly only: string | null
  /** Gives, each once, steps that ended without output before a moment; null is now. */
  readonly quietSteps: () => (at: number | null) => readonly BuildStep[]
  readonly find: (ask: FindAsk) => Promise<Found>
  /** Saves it whole; tells the share that is written, and leaves nothing when it is broken off. */
  readonly save: (told: (share: number) => void, signal: AbortSignal) => Promise<LogSaved>
}
