import type { Outcome } from '../operation/operation'
import type { Expectation } from './estimate'

/** Where a step stands. */
export type StepState = 'waiting' | 'running' | 'done' | 'reused' | 'failed' | 'cancelled'

/** Progress inside a step: a download or an export. */
export interface SubProgress {
  readonly label: string
  readonly current: number
  readonly total: number | null
  /** What it is the sum of, when several transfers run beside each other. */
  readonly parts?: readonly Transfer[]
}

/** One transfer inside a step, in bytes where it has a size. */
export interface Transfer {
  readonly id: string
  readonly current: number
  readonly total: number | null
  readonly ended: boolean
}

/**
 * One BuildKit vertex in plain words; times are milliseconds since 1970, sizes bytes. A step may work in several goes:
 * `endedAt - startedAt` is the time it worked, so that `startedAt` moves forwards over its breaks.
 */
export interface BuildStep {
  readonly id: string
  /** Stage of the Dockerfile, or `setup` and `export` for the engine's own steps. */
  readonly phase: string
  readonly name: string
  readonly explanation: string | null
  /** The vertex's own name, as BuildKit prints it. */
  readonly raw: string
  readonly state: StepState
  readonly startedAt: number | null
  readonly endedAt: number | null
  readonly bytes: number | null
  readonly sub: SubProgress | null
  readonly lastOutputAt: number | null
  /** How much it has written, as base64: how far it is, where an earlier build tells when it had written as much. */
  readonly written?: number
  readonly error: string | null
  /** The steps that this one builds on. */
  readonly inputs?: readonly string[]
}

/** One build, running or ended. */
export interface Build {
  readonly id: string
  readonly variant: string
  readonly startedAt: number
  readonly endedAt: number | null
  readonly outcome: Outcome | null
  readonly steps: readonly BuildStep[]
  /** Length of the records on disk, in bytes: the log can be read up to here. */
  readonly logBytes: number
  /** What earlier builds here let one expect of its steps; without it the shipped guess counts. */
  readonly expected?: Expectation
}

/** One run of output of one step; text may hold colour codes. */
export interface LogChunk {
  readonly step: string
  /** Place of the step in the build, as the log prints it: #1, #2. */
  readonly number: number
  readonly at: number
  readonly text: string
  /** `gap` where the engine left output out, `error` where it says why the step failed. */
  readonly mark?: 'gap' | 'error'
}

/** A part of a build's log, read from a byte position of its records. */
export interface LogPart {
  readonly from: number
  readonly next: number
  readonly chunks: readonly LogChunk[]
  /** True when the build has ended and `next` is the end. */
  readonly complete: boolean
}

/** How many lines a log holds between two positions; `complete` where nothing will come after. */
export interface LineCount {
  readonly lines: number
  readonly next: number
  readonly complete: boolean
}
