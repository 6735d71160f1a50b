import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseBuildkitLine } from './buildkit'
import { logText } from './log-text'
import { readRecords } from './read-records'

const recorded = readFileSync(new URL('../build/recordings/two-targets.jsonl', import.meta.url))
const lines = recorded.toString().trimEnd().split('\n')

describe('a line of the build', () => {
  it('is understood, every one of a recorded build', () => {
    const kinds = lines.map((line) => parseBuildkitLine(line)?.kind)
    expect(new Set(kinds)).toEqual(new Set(['progress']))
  })

  it('of output reads the same by the short way and by the schema', () => {
    const line = lines.find((l) => l.startsWith('{"logs"'))!
    const long = JSON.stringify({ warnings: null, ...JSON.parse(line) })
    expect(parseBuildkitLine(line)).toEqual(parseBuildkitLine(long))
  })

  it('that nobody knows is kept as it is', () => {
    for (const line of ['not json', '{"odd":1}', '[]', 'null', '{"vertexes":"many"}', '{"logs":[{"vertex":7}]}']) {
      expect(parseBuildkitLine(line)).toEqual({ kind: 'other', text: line })
    }
  })

  it('that is empty is no record', () => {
    expect(parseBuildkitLine(' ')).toBeNull()
  })

  it('takes a time that Go never set as none', () => {
    const line = '{"vertexes":[{"digest":"a","name":"b","started":"0001-01-01T00:00:00Z"}]}'
    expect(parseBuildkitLine(line)).toMatchObject({ vertexes: [{ started: null, completed: null }] })
  })
})

describe('a stretch of the records', () => {
  it('gives the same records wherever it is cut', () => {
    const whole = readRecords({ bytes: recorded, from: 0, complete: true }).records
    for (const cut of [1, 100, 5000, recorded.length - 1]) {
      const first = readRecords({ bytes: recorded.subarray(0, cut), from: 0, complete: false })
      const second = readRecords({ bytes: recorded.subarray(first.next), from: first.next, complete: true })
      expect([...first.records, ...second.records]).toEqual(whole)
      expect(second.next).toBe(recorded.length)
    }
  })

  it('without a whole line says that more must be read', () => {
    expect(readRecords({ bytes: recorded.subarray(0, 20), from: 700, complete: false })).toEqual({ records: [], next: 700 })
  })

  it('at the end of a file that broke off gives its half line too', () => {
    const { records, next } = readRecords({ bytes: recorded.subarray(0, 20), from: 700, complete: true })
    expect(records).toMatchObject([{ at: 700, record: { kind: 'other' } }])
    expect(next).toBe(720)
  })
})

describe('a million lines', () => {
  it('are read and decoded in well under a second', () => {
    const text = `${'x'.repeat(99)}\n`.repeat(300)
    const line = `{"logs":[{"vertex":"sha256:${'a'.repeat(64)}","stream":1,"data":"${Buffer.from(text).toString('base64')}","timestamp":"2026-11-24T19:50:57.937179272Z"}]}\n`
    const bytes = Buffer.from(line.repeat(34))
    const began = process.cpuUsage()
    let length = 0
    for (let i = 0; i < 100; i++) {
      for (const { record } of readRecords({ bytes, from: 0, complete: false }).records) {
        if (record.kind === 'progress') for (const log of record.logs) length += logText(log).text.length
      }
    }
    expect(length).toBe(102_000_000)
    // Measured at 0.2 s; the processor's time, not the clock's, so that other work beside it does not count.
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(900)
  })
})
