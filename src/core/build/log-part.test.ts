import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { LogChunk } from './build'
import { logPart, type Carry } from './log-part'
import { emptyBuild } from './build-steps'
import { emptyLogIndex, type LogIndex } from './log-part-index'
import { lastOutput } from './log-part-last'
import { walkRecords } from './walk-records'

const recorded = readFileSync(new URL('recordings/two-targets.jsonl', import.meta.url))
const failed = recordsFile('run-exit-1')

function recordsFile(name: string): Buffer {
  const { records } = JSON.parse(readFileSync(new URL(`../failure/recordings/${name}.json`, import.meta.url), 'utf8')) as { records: unknown[] }
  return Buffer.from(records.map((record) => `${JSON.stringify(record)}\n`).join(''))
}

function indexOf(bytes: Buffer): LogIndex {
  return walkRecords({ build: emptyBuild('b', 'cpu', 0), index: emptyLogIndex }, bytes, 0).index
}

/** Reads a whole file in stretches of this size, doubled where no line fits. */
function readAll(bytes: Buffer, size: number): readonly LogChunk[] {
  const index = indexOf(bytes)
  const chunks: LogChunk[] = []
  let [from, limit] = [0, size]
  let before: Carry = {}
  for (;;) {
    const stretch = bytes.subarray(from, from + limit)
    const { part, carry } = logPart({ bytes: stretch, from, complete: from + limit >= bytes.length }, index, { before })
    before = carry
    chunks.push(...part.chunks)
    limit = part.next === from ? limit * 2 : size
    from = part.next
    if (part.complete) return chunks
  }
}

const texts = (chunks: readonly LogChunk[]): Record<string, string> => {
  const all: Record<string, string> = {}
  for (const { step, text } of chunks) all[step] = (all[step] ?? '') + text
  return all
}

describe('the log of a build', () => {
  it('is the same whatever stretches it is read in', () => {
    const whole = texts(readAll(recorded, 1 << 20))
    expect(Object.values(whole).join('')).toContain('zwölf\n')
    for (const size of [50, 700, 4096, 65_536]) expect(texts(readAll(recorded, size))).toEqual(whole)
  })

  it('can be read from the first output of any step on', () => {
    const index = indexOf(recorded)
    for (const [step, from] of Object.entries(index.firstOutput)) {
      const { part } = logPart({ bytes: recorded.subarray(from), from, complete: true }, index)
      expect(part.chunks[0]?.step).toBe(step)
    }
  })

  it('numbers the steps in the order in which they begin', () => {
    const index = indexOf(recorded)
    expect(Object.values(index.numbers)).toEqual(Object.keys(index.numbers).map((_, i) => i + 1))
  })

  it('marks the gap where the engine left output out', () => {
    const gaps = readAll(recorded, 1 << 20).filter((chunk) => chunk.mark === 'gap')
    expect(gaps.length).toBeGreaterThan(0)
    for (const gap of gaps) expect(gap.text).toMatch(/^\[output clipped, log limit .*\]\n?$/)
  })

  it('ends a failed step with its marked error', () => {
    const chunks = readAll(failed, 1 << 20)
    expect(chunks.map((chunk) => chunk.mark)).toEqual([undefined, 'error'])
    expect(chunks.at(-1)?.text).toContain('exit code: 1')
  })

  it('joins a character that the engine cut in two, and leaves out its end where reading begins between', () => {
    const line = (data: Uint8Array): string =>
      `${JSON.stringify({ logs: [{ vertex: 'a', stream: 1, data: Buffer.from(data).toString('base64'), timestamp: '2026-01-01T00:00:00Z' }] })}\n`
    const euro = Buffer.from('5 €\n')
    const bytes = Buffer.from(line(euro.subarray(0, 3)) + line(euro.subarray(3)))
    const cut = bytes.indexOf(10) + 1
    expect(texts(readAll(bytes, 10))).toEqual({ a: '5 €\n' })
    expect(logPart({ bytes: bytes.subarray(cut), from: cut, complete: true }, indexOf(bytes)).part.chunks[0]?.text).toBe('\n')
  })

  it('can be read before the index has come so far, without numbers and with every error once', () => {
    const { chunks } = logPart({ bytes: Buffer.concat([failed, failed]), from: 0, complete: true }, emptyLogIndex).part
    expect(chunks.filter((chunk) => chunk.mark === 'error')).toHaveLength(1)
    expect(chunks.map((chunk) => chunk.number)).toEqual(chunks.map(() => 0))
  })

  it('leaves out the middle of a line that no terminal could draw, and says so', () => {
    const text = Buffer.from(`short\n${'x'.repeat(10_000_000)}end\n`)
    const line = Buffer.from(`{"logs":[{"vertex":"a","stream":1,"data":"${text.toString('base64')}","timestamp":"2026-01-01T00:00:00Z"}]}\n`)
    const { chunks } = logPart({ bytes: line, from: 0, complete: true }, indexOf(line)).part
    expect(chunks.map((chunk) => chunk.mark)).toEqual([undefined, 'gap', undefined])
    expect(chunks[1]?.text).toBe('[9,990,811 characters of this line are not shown, Save keeps them]')
    expect(chunks[2]?.text).toMatch(/^x+end\n$/)
    expect(logPart({ bytes: line, from: 0, complete: true }, indexOf(line), { lines: 'whole' }).part.chunks[0]?.text).toBe(text.toString())
  })

  it('comes in chunks that are drawn in a moment, each to the end of a line', () => {
    const text = `${'word '.repeat(30)}\n`.repeat(3000)
    const line = Buffer.from(`{"logs":[{"vertex":"a","stream":1,"data":"${Buffer.from(text).toString('base64')}","timestamp":"2026-01-01T00:00:00Z"}]}\n`)
    const { chunks } = logPart({ bytes: line, from: 0, complete: true }, indexOf(line)).part
    expect(chunks.map((chunk) => chunk.text).join('')).toBe(text)
    expect(chunks.length).toBeGreaterThan(5)
    for (const chunk of chunks) expect([chunk.text.length <= 65_536, chunk.text.endsWith('\n')]).toEqual([true, true])
  })

  it('is complete only where the file has ended', () => {
    expect(logPart({ bytes: recorded, from: 0, complete: false }, indexOf(recorded)).part).toMatchObject({ next: recorded.length, complete: false })
  })
})

describe('the last output of a failed step', () => {
  it('is its lines, from a stretch that begins anywhere', () => {
    const step = Object.keys(indexOf(failed).firstOutput)[0]!
    const lines = lastOutput({ bytes: failed.subarray(10), from: 10, complete: true }, [step])
    // The one goes to standard output and the other to standard error, so either may come first.
    expect(lines.toSorted()).toEqual(['it broke', 'working'])
    expect(lastOutput({ bytes: failed, from: 0, complete: true }, [])).toEqual([])
  })
})
