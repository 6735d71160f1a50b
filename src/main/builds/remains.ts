import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs'
import type { RecordBytes } from '../../core/records/read-records'
import type { BuildFolder } from './build-folder'

const END = 256 * 1024
const NEWLINE = 10

/** The last 256 KB of a build's records, from the beginning of a line, and its standard error. */
export function readRemains(folder: BuildFolder): { readonly end: RecordBytes; readonly errors: string } {
  const file = openSync(folder.records, 'r')
  try {
    const { size } = fstatSync(file)
    const from = Math.max(0, size - END)
    const bytes = Buffer.alloc(size - from)
    readSync(file, bytes, 0, bytes.length, from)
    const start = from === 0 ? 0 : bytes.indexOf(NEWLINE) + 1
    return { end: { bytes: bytes.subarray(start), from: from + start, complete: true }, errors: readFileSync(folder.errors, 'utf8') }
  } finally {
    closeSync(file)
  }
}
