import { describe, expect, it } from 'vitest'
import type { LogChunk } from './build'
import { createSavedText } from './saved-text'

const chunk = (step: string, text: string, mark?: LogChunk['mark']): LogChunk => ({
  step,
  number: step === 'a' ? 1 : 2,
  at: 0,
  text,
  ...(mark ? { mark } : {}),
})

function saved(...parts: readonly (readonly LogChunk[])[]): string {
  const text = createSavedText()
  return parts.map((part) => text.add(part)).join('') + text.end()
}

describe('the saved text of a log', () => {
  it('has each line once, whole, with the number of its step', () => {
    expect(saved([chunk('a', 'one\ntw'), chunk('b', 'other\n')], [chunk('a', 'o\n\nlast')])).toBe('#1 one\n#2 other\n#1 two\n#1 \n#1 last\n')
  })

  it('is without secrets, also where one comes in two parts', () => {
    const text = saved([chunk('a', 'export DB_PASSWORD=hunt')], [chunk('a', 'er22\nsee https://me:hun')], [chunk('a', 'ter22@example.org/x\n')])
    expect(text).toContain('DB_PASSWORD=')
    expect(text).not.toMatch(/hunt|er22/)
  })

  it('is without secrets also in a line that is too long to wait for', () => {
    const filler = 'x '.repeat(700_000)
    const text = saved([chunk('a', `${filler}token=abcd`)], [chunk('a', `efgh ${filler}`)], [chunk('a', 'end\nnext\n')])
    expect(text).not.toMatch(/abcd|efgh/)
    expect(text.match(/#1 /g)).toHaveLength(2)
    expect(text.length).toBeGreaterThan(2 * filler.length)
    expect(text).toMatch(/x end\n#1 next\n$/)
  })

  it('breaks a line that is too long to wait for where another step speaks', () => {
    const lines = saved([chunk('a', 'x'.repeat(2_000_000))], [chunk('b', 'other\n'), chunk('a', 'end\n')]).split('\n')
    expect(lines.map((line) => `${line.slice(0, 4)}…${line.slice(-3)}`)).toEqual(['#1 x…xxx', '#2 o…her', '#1 x…end', '…'])
    expect(lines.join('').length).toBe(2_000_003 + 3 + 3 + 'other'.length + 3)
  })

  it('says why a step failed on a line of its own', () => {
    expect(saved([chunk('a', 'half'), chunk('a', 'exit code: 1', 'error')])).toBe('#1 half\n#1 ERROR: exit code: 1\n')
  })

  it('takes a line of ten megabytes without a break in it', () => {
    expect(saved([chunk('a', `${'-a.'.repeat(3_400_000)}\n`)]).length).toBe(3 * 3_400_000 + 4)
  })
})
