import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { outputData, scanLines } from './log-scan'

const output = (step: string, text: string): string =>
  `{"logs":[{"vertex":"${step}","stream":1,"data":"${Buffer.from(text).toString('base64')}","timestamp":"2026-01-01T00:00:00Z"}]}\n`

function linesOf(text: string) {
  const lines: { text: string; step: string | null }[] = []
  const bytes = Buffer.from(text, 'latin1')
  const next = scanLines(bytes, (start, end, step) => void lines.push({ text: bytes.toString('latin1', start, end), step }))
  return { lines, next }
}

describe('walking through records', () => {
  it('gives every line of a recorded build, whole and in order', () => {
    const text = readFileSync(new URL('recordings/two-targets.jsonl', import.meta.url), 'latin1')
    const { lines, next } = linesOf(text)
    expect(lines.map((line) => line.text)).toEqual(text.split('\n').filter(Boolean))
    expect(next).toBe(text.length)
  })

  it('tells whose output a line is, and leaves every other line to be read as JSON', () => {
    const both = '{"logs":[{"vertex":"a","data":"YQ=="},{"vertex":"b","data":"Yg=="}]}\n'
    const { lines } = linesOf(output('a', 'x\n') + output('b', 'y\n') + both + output('ab', 'z\n') + '{"vertexes":[]}\n')
    expect(lines.map((line) => line.step)).toEqual(['a', 'b', null, 'ab', null])
  })

  it('takes a step for another where its name only begins like that of the line before', () => {
    const { lines } = linesOf(output('a', 'x\n') + output('ab', 'y\n') + output('a', 'z\n') + '\n' + output('a', ''))
    expect(lines.map((line) => line.step)).toEqual(['a', 'ab', 'a', 'a'])
  })

  it('stops before a line that is not whole', () => {
    const whole = output('a', 'x\n')
    expect(linesOf(whole + whole.slice(0, -1)).next).toBe(whole.length)
    expect(linesOf(`${whole}{"vert`).next).toBe(whole.length)
  })

  it('finds the output inside a line', () => {
    const text = output('a', 'hello\n')
    const { start, end } = outputData(text, { start: 0, end: text.length - 1 })
    expect(Buffer.from(text.slice(start, end), 'base64').toString()).toBe('hello\n')
  })
})
