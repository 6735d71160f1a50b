import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createMirrorText, type MirrorState } from './mirror-text'

const empty: MirrorState = { upTo: 0, numbers: {}, pending: {}, errors: [] }
const recorded = readFileSync(new URL('../../core/build/recordings/two-targets.jsonl', import.meta.url))
const output = (step: string, text: string | Buffer): string =>
  `{"logs":[{"vertex":"${step}","stream":1,"data":"${Buffer.from(text).toString('base64')}","timestamp":"2026-01-01T00:00:00Z"}]}\n`

/** The text and runs of records that come in pieces of a size, going on from what could be kept on disk each time. */
function textOf(records: Buffer, size: number) {
  let state = empty
  let text = ''
  const runs: { text: number; from: number; number: number }[] = []
  for (let end = size; ; end += size) {
    const mirror = createMirrorText(JSON.parse(JSON.stringify(state)) as MirrorState)
    const added = mirror.add(records.subarray(state.upTo, Math.max(end, state.upTo)))
    runs.push(...added.runs.map((run) => ({ ...run, text: run.text + Buffer.byteLength(text) })))
    text += added.bytes.toString()
    state = mirror.state()
    if (end >= records.length) return { text, runs }
  }
}

describe('the text of a log', () => {
  it('is the same whatever pieces the records come in', () => {
    const whole = textOf(recorded, recorded.length)
    expect(whole.text).toContain('zwölf\n')
    for (const size of [1000, 65_536]) expect(textOf(recorded, size).text).toBe(whole.text)
  })

  it('keeps the lines of steps apart that write at the same time', () => {
    const records = Buffer.from(output('a', 'one, ') + output('b', 'other\n') + output('a', 'two\n'))
    const { text, runs } = textOf(records, records.length)
    expect(text).toBe('other\none, two\n')
    expect(runs).toEqual([
      { text: 0, from: output('a', 'one, ').length, number: 2 },
      { text: 6, from: 0, number: 1 },
    ])
  })

  it('is without colours, and holds a bar as it stood last', () => {
    expect(textOf(Buffer.from(output('a', '\x1b[31mred\x1b[0m\r\n10%\r20%\r30%\nnext\n')), 1 << 20).text).toBe('red\n30%\nnext\n')
  })

  it('joins characters that were cut in two', () => {
    const euro = Buffer.from('5 €\n')
    expect(textOf(Buffer.from(output('a', euro.subarray(0, 3)) + output('a', euro.subarray(3))), 1 << 20).text).toBe('5 €\n')
  })

  it('says why a step failed, once', () => {
    const failed = `${JSON.stringify({ vertexes: [{ digest: 'a', name: 'a', started: '2026-01-01T00:00:00Z', error: 'exit code: 1' }] })}\n`
    expect(textOf(Buffer.from(output('a', 'half a line') + failed + failed), 1 << 20).text).toBe('half a line\nERROR: exit code: 1\n')
  })

  it('says why a step failed also where the step wrote in colour just before', () => {
    const failed = `${JSON.stringify({ vertexes: [{ digest: 'a', name: 'a', started: '2026-01-01T00:00:00Z', error: 'kaputt: ü' }] })}\n`
    expect(textOf(Buffer.from(output('a', '\x1b[31mred\x1b[0m\n') + failed), 1 << 20).text).toBe('red\nERROR: kaputt: ü\n')
  })

  it('begins a run at least every few thousand bytes, each at the record that holds its first line', () => {
    const line = output('a', `${'x'.repeat(99)}\n`)
    const { runs } = textOf(Buffer.from(line.repeat(1000)), 1 << 20)
    expect(runs.length).toBeGreaterThan(10)
    for (const run of runs) expect(run.from).toBe((run.text / 100) * line.length)
  })
})
