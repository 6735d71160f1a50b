import { expect, test } from 'vitest'
import { readSource } from './source'

test('what an alias stands for is shared, not copied', () => {
  const [root] = readSource('a: &a {x: 1}\nb: *a\nc: {<<: *a, y: 2}\n').roots as [{ a: unknown; b: unknown; c: unknown }]
  expect(root.b).toBe(root.a)
  expect(root.c).toEqual({ x: 1, y: 2 })
})

test('aliases that would be written out more than 200,000 times are told in no time', () => {
  const rows = Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}, *a${i}]`)
  const began = performance.now()
  expect(readSource(['a0: &a0 [x, x]', ...rows].join('\n')).danger).toBe('grows')
  expect(performance.now() - began).toBeLessThan(500)
})

test('a part that contains itself and nesting without an end are told', () => {
  expect(readSource('a: &a [*a]').danger).toBe('circular')
  expect(readSource('['.repeat(100_000)).danger).toBe('too-deep')
  expect(readSource(`${'- '.repeat(300)}a`).danger).toBe('too-deep')
})

test('every document of a file is seen, and one that is broken does not hide the rest', () => {
  expect(readSource('a: 1\n---\nb: 2\n').roots).toEqual([{ a: 1 }, { b: 2 }])
  expect(readSource('include: [x]\nb: "open\n').roots).toMatchObject([{ include: ['x'] }])
})

test('an empty text has nothing in it and no danger', () => {
  expect(readSource('# nothing\n').danger).toBeNull()
})
