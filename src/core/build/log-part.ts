import { isCancelled, type Vertex, type VertexLog } from '../records/buildkit'
import { logText } from '../records/log-text'
import { readRecords, type RecordBytes } from '../records/read-records'
import type { LogChunk, LogPart } from './build'
import { LONGEST_CHUNK, splitOutput } from './log-part-pieces'
import type { LogIndex } from './log-part-index'

/** Bytes of a character that only begins in what was read, by step: what reading on from there needs. */
export type Carry = Readonly<Record<string, string>>

/** A part of the log, and what the part after it needs. */
export interface ReadPart {
  readonly part: LogPart
  readonly carry: Carry
}

/** How to read: with the carry of the stretch before, and with lines whole or cut to what can be drawn. */
export interface Reading {
  readonly before?: Carry
  readonly lines?: 'whole' | 'drawable'
}

/**
 * The log in a stretch of a records file; begin at 0, at a `next`, or at any record. Where no whole line fits, `next` is
 * `from`: read a longer stretch. Without the carry of the stretch before, half a character at a step's beginning is left out.
 */
export function logPart(bytes: RecordBytes, index: LogIndex, { before = {}, lines = 'drawable' }: Reading = {}): ReadPart {
  const { records, next } = readRecords(bytes)
  const chunks: LogChunk[] = []
  const carry: Record<string, string> = { ...before }
  const failed = new Set<string>()
  for (const { at, record } of records) {
    if (record.kind === 'other') continue
    for (const log of record.logs) {
      const head = carry[log.vertex]
      const { text, rest } = logText(log, head)
      carry[log.vertex] = rest
      const whole = head === undefined && bytes.from > 0 ? text.replace(HALF, '') : text
      for (const chunk of splitOutput(chunkOf(log, index), whole, lines)) addChunk(chunks, chunk, lines)
    }
    for (const vertex of record.vertexes) {
      if (!vertex.error || isCancelled(vertex) || failed.has(vertex.digest) || (index.errors[vertex.digest] ?? at) !== at) continue
      failed.add(vertex.digest)
      addChunk(chunks, errorChunk(vertex, index), lines)
    }
  }
  return { part: { from: bytes.from, next, chunks, complete: bytes.complete && next === bytes.from + bytes.bytes.length }, carry }
}

const HALF = /^\ufffd{1,3}/

function chunkOf(log: VertexLog, index: LogIndex): Omit<LogChunk, 'text'> {
  return { step: log.vertex, number: index.numbers[log.vertex] ?? 0, at: log.at }
}

function errorChunk(vertex: Vertex, index: LogIndex): LogChunk {
  return { step: vertex.digest, number: index.numbers[vertex.digest] ?? 0, at: vertex.completed ?? 0, text: vertex.error ?? '', mark: 'error' }
}

// What is drawn at once stays short, since nothing else happens meanwhile.
function addChunk(chunks: LogChunk[], chunk: LogChunk, lines: 'whole' | 'drawable'): void {
  const last = chunks.at(-1)
  const joins = last && last.step === chunk.step && !last.mark && !chunk.mark
  if (joins && (lines === 'whole' || last.text.length + chunk.text.length <= LONGEST_CHUNK))
    chunks[chunks.length - 1] = { ...last, text: last.text + chunk.text }
  else if (chunk.text !== '') chunks.push(chunk)
}
