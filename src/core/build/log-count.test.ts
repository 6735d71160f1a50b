import { describe, expect, it } from 'vitest'
import { countLines } from './log-count'

const output = (step: string, text: string): string => `{"logs":[{"vertex":"${step}","stream":1,"data":"${btoa(text)}","timestamp":"2026-01-01T00:00:00Z"}]}\n`
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const records = output('a', 'one\ntwo\nthr') + '{"vertexes":[{"digest":"b","name":"b"}]}\n' + output('b', 'other\n') + output('a', 'ee\n')

describe('the lines in a stretch of records', () => {
  it('are those that end in it, of all steps or of one', () => {
    expect(countLines(bytes(records), undefined)).toEqual({ lines: 4, next: records.length })
    expect(countLines(bytes(records), 'a').lines).toBe(3)
  })

  it('add up wherever the stretch is cut', () => {
    for (const cut of [1, 150, records.length - 2]) {
      const first = countLines(bytes(records.slice(0, cut)), undefined)
      const rest = countLines(bytes(records.slice(first.next)), undefined)
      expect(first.lines + rest.lines).toBe(4)
    }
  })
})
