import type { EngineState, Looked } from './engine'

/** What a search without an answer found. */
export interface Absence {
  readonly looked: readonly Looked[]
  readonly forbidden: string | null
  readonly refused: boolean
  /** An installed Docker program that can be started, or null. */
  readonly installed: string | null
  readonly at: number
}

/** Which kind of absence it is: no right to use it, there but not running, or not there at all. */
export function absentEngine({ looked, forbidden, refused, installed, at }: Absence): EngineState {
  if (forbidden !== null) return { kind: 'forbidden', where: forbidden, looked, at }
  if (refused || installed !== null) return { kind: 'off', looked, at, canStart: installed !== null }
  return { kind: 'missing', looked, at }
}

// Docker Desktop takes up to a minute to wake on a slow computer.
const STARTING_MS = 120_000

/**
 * What to show after a search without an answer: a lost Docker stays lost until it is back, and one that was told to start
 * is given two minutes; both say more than that it is off.
 */
export function afterSearch(now: EngineState, absent: EngineState, at: number): EngineState {
  if (now.kind === 'lost') return now
  if (now.kind === 'starting' && absent.kind === 'off' && at - now.since < STARTING_MS) return now
  return absent
}
