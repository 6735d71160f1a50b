import type { BuildkitRecord } from '../records/buildkit'
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
  return records.reduce(withRecord, index)
}

/** The place of one piece of output: its record's byte position and its place in the record. */
export function placeOf(at: number, place: number): string {
  return `${at}/${place}`
}

function withRecord(index: LogIndex, { at, record }: PlacedRecord): LogIndex {
  if (record.kind === 'other') return index
  let next = withNumbers(index, record)
  for (const vertex of record.vertexes) {
    if (vertex.error && next.errors[vertex.digest] === undefined) next = { ...next, errors: { ...next.errors, [vertex.digest]: at } }
  }
  for (const [place, log] of record.logs.entries()) {
    if (next.firstOutput[log.vertex] === undefined) next = { ...next, firstOutput: { ...next.firstOutput, [log.vertex]: at } }
    const head = next.open[log.vertex] ?? ''
    const rest = logRest(log, head)
    if (head !== '') next = { ...next, heads: { ...next.heads, [placeOf(at, place)]: head } }
    if (head !== rest) next = { ...next, open: { ...next.open, [log.vertex]: rest } }
  }
  return next
}

function withNumbers(index: LogIndex, record: Extract<BuildkitRecord, { kind: 'progress' }>): LogIndex {
  const began = [...record.vertexes.filter((v) => v.started !== null).map((v) => v.digest), ...record.logs.map((log) => log.vertex)]
  const added = [...new Set(began)].filter((id) => index.numbers[id] === undefined)
  if (added.length === 0) return index
  const count = Object.keys(index.numbers).length
  return { ...index, numbers: { ...index.numbers, ...Object.fromEntries(added.map((id, i) => [id, count + i + 1])) } }
}
