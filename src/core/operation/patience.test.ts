import { expect, test } from 'vitest'
import { patience } from './patience'

test('a start may take three times as long as it usually does here', () => {
  expect(patience({ seconds: 40, source: 'measured here' })).toBe(120)
})

test('a quick start is given half a minute, one that was never measured two', () => {
  expect(patience({ seconds: 2, source: 'measured here' })).toBe(30)
  expect(patience({ seconds: 6, source: 'shipped guess' })).toBe(120)
  expect(patience(undefined)).toBe(120)
})

test('no start is waited for longer than a quarter of an hour', () => {
  expect(patience({ seconds: 4000, source: 'measured here' })).toBe(900)
})
