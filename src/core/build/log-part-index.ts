import { logRest } from '../records/log-text'
import type { PlacedRecord } from '../records/read-records'

/** What must be known of a records file to read it from any byte position; plain data, so that it can be kept on disk. */
export interface LogIndex {
  /** Each step's number, in the order in which the steps began. */
  readonly numbers: Readonly<Record<string, number>>
  /** Byte position of the first record with output of a step: from there its lines can be read. */
  readonly firstOutput: Readonly<Record<string, number>>
  /** Byte position of the record that first says why a step failed; the engine may say it again. */
  readonly errors: Readonly<Record<string, number>>
  /** Bytes of a character that began in an earlier record, by the place of the record that ends it. */
  readonly heads: Readonly<Record<string, string>>
  /** The same, by step, where the ending record has not come yet. */
  readonly open: Readonly<Record<string, string>>
}

/** The index of an empty file. */
export const emptyLogIndex: LogIndex = { numbers: {}, firstOutput: {}, errors: {}, heads: {}, open: {} }

/** The index after the records that follow; feed all records of the file once, in order. */
export function extendLogIndex(index: LogIndex, records: readonly PlacedRecord[]): LogIndex {
  const draft: Draft = { numbers: { ...index.numbers }, firstOutput: { ...index.firstOutput }, errors: { ...index.errors }, heads: { ...index.heads }, open: { ...index.open } }
  for (const record of records) addRecord(draft, record)
  return draft
}

/** The place of one piece of output: its record's byte position and its place in the record. */
export function placeOf(at: number, place: number): string {
  return `${at}/${place}`
}

type Draft = { readonly [K in keyof LogIndex]: Record<string, LogIndex[K][string]> }

function addRecord(draft: Draft, { at, record }: PlacedRecord): void {
  if (record.kind === 'other') return
  for (const vertex of record.vertexes) {
    if (vertex.started !== null) addNumber(draft, vertex.digest)
    if (vertex.error) draft.errors[vertex.digest] ??= at
  }
  for (const [place, log] of record.logs.entries()) {
    addNumber(draft, log.vertex)
    draft.firstOutput[log.vertex] ??= at
    const head = draft.open[log.vertex] ?? ''
    const rest = logRest(log, head)
    if (head !== '') draft.heads[placeOf(at, place)] = head
    if (rest !== '') draft.open[log.vertex] = rest
    else if (head !== '') delete draft.open[log.vertex]
  }
}

function addNumber({ numbers }: Draft, step: string): void {
  numbers[step] ??= Object.keys(numbers).length + 1
}
