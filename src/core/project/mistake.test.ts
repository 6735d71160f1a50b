import { expect, test } from 'vitest'
import { lineOf, mistakePath, mistakeWords } from './mistake'

test('the line of the deepest key that stands in the text is found', () => {
  const text = '# top\nservices:\n  web:\n    image: a\n    ports: 80\n'
  expect(lineOf(text, ['services', 'web', 'ports'])).toBe(5)
  expect(lineOf(text, ['services', 'web', 'volumes', '0'])).toBe(3)
  expect(lineOf(text, ['services', 'db'])).toBeNull()
})

test('the keys that Compose names are read from its words', () => {
  expect(mistakePath(['validating /x/compose.yaml: services.web.ports must be a array'])).toEqual(['services', 'web', 'ports'])
  expect(mistakePath(['empty compose file'])).toBeNull()
})

test.each([
  [["validating /x/compose.yaml:  additional properties 'service' not allowed"], /"services" may be meant/],
  [['yaml: invalid leading UTF-8 octet'], /not text/],
  [['Circular reference:', '  a in /x/c.yaml', '  extends a in /x/c.yaml'], /in a circle: a, a/],
] as const)('%j is put into plain words', (evidence, words) => {
  expect(mistakeWords(evidence)).toMatch(words)
})

test('words that are plain already stay', () => {
  expect(mistakeWords(['something else'])).toBeNull()
})
