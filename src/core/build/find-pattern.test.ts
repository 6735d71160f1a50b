import { describe, expect, it } from 'vitest'
import { patternOf } from './find-pattern'

function finds(text: string, kind: 'text' | 'regex', line: string): boolean | string {
  const made = patternOf({ text, kind })
  return made.kind === 'bad' ? made.why : made.pattern.test(line)
}

describe('what is looked for', () => {
  it('is taken word by word as text, whatever it means in an expression', () => {
    expect(finds('a.b (c)', 'text', 'x A.B (C) y')).toBe(true)
    expect(finds('a.b', 'text', 'axb')).toBe(false)
  })

  it('may be a regular expression, with line beginnings and ends', () => {
    expect(finds('^err.*7$', 'regex', 'one\nERR 17\ntwo')).toBe(true)
  })

  it.each([
    ['(', 'An opening bracket ( has no closing one.'],
    [')', 'A closing bracket ) has no opening one.'],
    ['[a', 'An opening bracket [ has no closing one.'],
    ['*', 'There is nothing to repeat before * + or ?.'],
    ['a{3,1}', 'The first number in { } is larger than the second.'],
    ['[b-a]', 'A range in [ ] runs backwards.'],
    ['a\\', 'A \\ at the end has nothing to stand for.'],
    ['(?<a', 'This is not a regular expression.'],
  ])('says what is wrong with %s', (text, why) => {
    expect(finds(text, 'regex', '')).toBe(why)
  })
})
