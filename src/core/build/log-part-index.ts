import type { BuildkitRecord } from '../records/buildkit'

/** What must be known of a records file to show its log from any byte position; plain data, so that it can be kept on disk. */
export interface LogIndex {
  /** Byte position up to which the file was walked through. */
  readonly upTo: number
  /** Each step's number, in the order in which the steps began. */
  readonly numbers: Readonly<Record<string, number>>
  /** Byte position of the first record with output of a step: from there its lines can be read. */
  readonly firstOutput: Readonly<Record<string, number>>
  /** Byte position of the last such record. */
  readonly lastOutput: Readonly<Record<string, number>>
  /** Byte position of the record that first says why a step failed; the engine may say it again. */
  readonly errors: Readonly<Record<string, number>>
}

/** The index of an empty file. */
export const emptyLogIndex: LogIndex = { upTo: 0, numbers: {}, firstOutput: {}, lastOutput: {}, errors: {} }

/** An index that is written on. */
export interface IndexDraft {
  record(record: BuildkitRecord, at: number): void
  /** A record at a position that is nothing but output of one step. */
  output(step: string, at: number): void
  done(upTo: number): LogIndex
}

/** Writes an index on; the one it goes on from stays as it is. */
export function draftIndex(index: LogIndex): IndexDraft {
  const numbers: Record<string, number> = { ...index.numbers }
  const firstOutput: Record<string, number> = { ...index.firstOutput }
  const lastOutput: Record<string, number> = { ...index.lastOutput }
  const errors: Record<string, number> = { ...index.errors }

  const number = (step: string): void => {
    numbers[step] ??= Object.keys(numbers).length + 1
  }
  const output = (step: string, at: number): void => {
    number(step)
    firstOutput[step] ??= at
    lastOutput[step] = at
  }
  return {
    output,
    record(record, at) {
      if (record.kind === 'other') return
      for (const vertex of record.vertexes) {
        if (vertex.started !== null) number(vertex.digest)
        if (vertex.error) errors[vertex.digest] ??= at
      }
      for (const log of record.logs) output(log.vertex, at)
    },
    done: (upTo) => ({ upTo, numbers, firstOutput, lastOutput, errors }),
  }
}
