import { expect, test } from 'vitest'
import { checkName, isLeftover } from './names'

test('a name of this very process, of a living one or of another computer is no leftover; one of a dead process is', () => {
  const mine = checkName()
  const [, host] = /^facecraft-check-([0-9a-f]{6})-/.exec(mine) ?? []
  expect(isLeftover(mine)).toBe(false)
  expect(isLeftover(`facecraft-check-${host}-1-abcdef`)).toBe(false)
  expect(isLeftover('facecraft-check-000000-4194000-abcdef')).toBe(false)
  expect(isLeftover('facecraft-check-my-own')).toBe(false)
  expect(isLeftover(`facecraft-check-${host}-4194000-abcdef`)).toBe(true)
})
