import { expect, test } from 'vitest'
import { withMemory } from './memory-peak'

const seen = (digest: string, megabytes: number) => ({ digest, bytes: megabytes * 1_000_000 })

test('the highest memory of a package is kept, in steps', () => {
  const first = withMemory(undefined, seen('one', 641))
  expect(first).toEqual(seen('one', 650))
  expect(withMemory(first, seen('one', 652))).toEqual(seen('one', 660))
})

test('less than was seen before, and a little more within the same step, is no news', () => {
  const known = seen('one', 650)
  expect(withMemory(known, seen('one', 300))).toBe(known)
  expect(withMemory(known, seen('one', 649))).toBe(known)
})

test('another package begins anew', () => {
  expect(withMemory(seen('one', 900), seen('two', 400))).toEqual(seen('two', 400))
})
