import { describe, expect, it } from 'vitest'
import { recordBeforeLines } from './log-before'

const output = (step: string, text: string): string =>
  `{"logs":[{"vertex":"${step}","stream":1,"data":"${Buffer.from(text).toString('base64')}","timestamp":"2026-01-01T00:00:00Z"}]}\n`
const parts = [output('a', 'one\ntwo\n'), output('b', 'other\n'), output('a', 'three\n'), '{"vertexes":[]}\n', output('b', 'last\n')]
const bytes = Buffer.from(parts.join(''))
const startOf = (part: number): number => parts.slice(0, part).join('').length

describe('finding where the last lines begin', () => {
  it('counts lines, not records', () => {
    expect(recordBeforeLines(bytes, { lines: 1 })).toEqual({ at: startOf(4), left: 0 })
    expect(recordBeforeLines(bytes, { lines: 2 })).toEqual({ at: startOf(2), left: 0 })
    expect(recordBeforeLines(bytes, { lines: 4 })).toEqual({ at: 0, left: 0 })
  })

  it('counts the lines of one step where only that is asked for', () => {
    expect(recordBeforeLines(bytes, { lines: 1, step: 'a' })).toEqual({ at: startOf(2), left: 0 })
    expect(recordBeforeLines(bytes, { lines: 2, step: 'b' })).toEqual({ at: startOf(1), left: 0 })
  })

  it('says how many are missing', () => {
    expect(recordBeforeLines(bytes, { lines: 10 })).toEqual({ at: null, left: 5 })
  })
})
