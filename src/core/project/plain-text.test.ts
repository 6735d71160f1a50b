import { expect, test } from 'vitest'
import { isPlain, saysName } from './plain-text'

test.each([
  'include: [x]',
  'a: {extends: b}',
  'env_file: x',
  'label_file: x',
  '"\\x69nclude": [x]',
  '"incl\\u0075de": x',
  '"incl\\\n  ude": x',
  '\uFFFD\uFFFDi\u0000n\u0000c\u0000l',
  '!!binary aW5jbHVkZQ==: x',
  '# '.repeat(40_000),
  `[${'*a, '.repeat(17)}]`,
])('a text such as %.20s is looked through first', (text) => {
  expect(isPlain(text)).toBe(false)
})

test('an ordinary text is plain', () => {
  expect(isPlain('x: &a {b: 1}\nservices:\n  a: {<<: *a, image: "a:1"}\n')).toBe(true)
})

test('a name counts at the outermost level only', () => {
  expect(saysName('services:\n  a: {}\nname: x\n')).toBe(true)
  expect(saysName('services:\n  name: {image: a}\n')).toBe(false)
})
