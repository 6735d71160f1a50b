import { expect, test } from 'vitest'
import { readDotenv } from './dotenv'
import { interpolate, requiredIn } from './interpolate'

test.each([
  ['$A-${A}', '1-1'],
  ['${B:-x}${EMPTY:-y}${EMPTY-z}', 'xy'],
  ['${B-${A}}', '1'],
  ['${B:-${C:-deep}}', 'deep'],
  ['${A:+set}${B:+set}', 'set'],
  ['$$A ${B}', '$A '],
  ['a$', 'a$'],
])('%s becomes %s', (text, filled) => {
  expect(interpolate(text, { A: '1', EMPTY: '' })).toBe(filled)
})

test('what a text insists on is found, what has a default is not', () => {
  expect(requiredIn('${A:?}${B?why}${C:-x}$${D:?}')).toEqual(['A', 'B'])
})

test('settings are read with quotes, remarks, earlier settings and what stands outside', () => {
  const text = '\uFEFF# first\nexport A=1\r\nB="two # words"\nC=\'$A\'\nD=${A}${HOME}  # remark\nE=\nnot a setting\nF=a#b\n'
  expect(readDotenv(text, { HOME: '/h' })).toEqual({ A: '1', B: 'two # words', C: '$A', D: '1/h', E: '', F: 'a#b' })
})
