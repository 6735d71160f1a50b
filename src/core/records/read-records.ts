import { parseBuildkitLine, type BuildkitRecord } from './buildkit'
import { decodeBytes } from './log-text'

/** A stretch of a file of records; `complete` when the file has ended and the stretch reaches its end. */
export interface RecordBytes {
  readonly bytes: Uint8Array
  readonly from: number
  readonly complete: boolean
}

/** A record with the byte position of its line. */
export interface PlacedRecord {
  readonly at: number
  readonly record: BuildkitRecord
}

/** The records of the whole lines in a stretch; `next` is the byte after the last of them, `from` itself when none fits. */
export function readRecords(part: RecordBytes): { readonly records: readonly PlacedRecord[]; readonly next: number } {
  const { bytes, from, complete } = part
  const records: PlacedRecord[] = []
  let start = 0
  while (start < bytes.length) {
    const newline = bytes.indexOf(10, start)
    if (newline === -1 && !complete) break
    const end = newline === -1 ? bytes.length : newline
    const record = parseBuildkitLine(decodeBytes(bytes.subarray(start, end)))
    if (record) records.push({ at: from + start, record })
    start = end + 1
  }
  return { records, next: from + Math.min(start, bytes.length) }
}
