import { isCancelled, type Vertex, type VertexLog } from '../records/buildkit'
import { logText } from '../records/log-text'
import { readRecords, type RecordBytes } from '../records/read-records'
import type { LogChunk, LogPart } from './build'
import { placeOf, type LogIndex } from './log-part-index'

/**
 * The log in a stretch of a records file; begin at 0, at a `next`, or at a step's `firstOutput` in the index.
 * The index must cover the stretch. Where no whole line fits, `next` is `from`: read a longer stretch.
 */
export function logPart(part: RecordBytes, index: LogIndex): LogPart {
  const { records, next } = readRecords(part)
  const chunks: LogChunk[] = []
  for (const { at, record } of records) {
    if (record.kind === 'other') continue
    for (const [place, log] of record.logs.entries()) {
      const { text } = logText(log, index.heads[placeOf(at, place)])
      for (const chunk of chunksOf(log, { number: index.numbers[log.vertex] ?? 0, text })) addChunk(chunks, chunk)
    }
    for (const vertex of record.vertexes) {
      if (vertex.error && index.errors[vertex.digest] === at && !isCancelled(vertex)) addChunk(chunks, errorChunk(vertex, index))
    }
  }
  return { from: part.from, next, chunks, complete: part.complete && next === part.from + part.bytes.length }
}

const CLIPPED = /(\[output clipped, log limit [^\]]*\]\n?)/

function chunksOf(log: VertexLog, { number, text }: { readonly number: number; readonly text: string }): readonly LogChunk[] {
  const chunk = { step: log.vertex, number, at: log.at }
  if (!text.includes('[output clipped')) return [{ ...chunk, text }]
  return text
    .split(CLIPPED)
    .filter((piece) => piece !== '')
    .map((piece) => (CLIPPED.test(piece) ? { ...chunk, text: piece, mark: 'gap' } : { ...chunk, text: piece }))
}

function errorChunk(vertex: Vertex, index: LogIndex): LogChunk {
  return { step: vertex.digest, number: index.numbers[vertex.digest] ?? 0, at: vertex.completed ?? 0, text: vertex.error ?? '', mark: 'error' }
}

function addChunk(chunks: LogChunk[], chunk: LogChunk): void {
  const last = chunks.at(-1)
  if (last && last.step === chunk.step && !last.mark && !chunk.mark) chunks[chunks.length - 1] = { ...last, text: last.text + chunk.text }
  else if (chunk.text !== '') chunks.push(chunk)
}
