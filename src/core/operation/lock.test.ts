import { describe, expect, test } from 'vitest'
import { holderOf, isAbandoned, lockLabels, seemsStuck, type LockHolder } from './lock'

const NOW = 1_800_000_000_000
const MINUTE = 60_000
const holder: LockHolder = { token: 't1', what: 'switch', variant: 'gpu', since: NOW - 12_000, who: 'anna on desk', host: 'boot-1', pid: 4711, began: '99' }

test('what is written on the engine reads back the same', () => {
  expect(holderOf(lockLabels(holder))).toEqual(holder)
})

test('a volume of somebody else is no lock', () => {
  expect(holderOf(null)).toBeNull()
  expect(holderOf({ 'com.docker.compose.project': 'facecraft' })).toBeNull()
  expect(holderOf({ ...lockLabels(holder), 'facecraft.panel.lock.what': 'dance' })).toBeNull()
})

describe('a lock is abandoned', () => {
  const old = { ...holder, since: NOW - 300 * MINUTE }
  test.each([
    ['never while its process runs, however long it takes', old, { kind: 'here', process: 'runs' }, false],
    ['as soon as its process is gone', holder, { kind: 'here', process: 'gone' }, true],
    ['when this panel does not know of it any more', holder, { kind: 'own', working: 'no' }, true],
    ['never while this panel works', old, { kind: 'own', working: 'yes' }, false],
    ['on another computer only after hours', holder, { kind: 'elsewhere' }, false],
    ['on another computer after hours', old, { kind: 'elsewhere' }, true],
  ] as const)('%s', (_, one, seen, abandoned) => {
    expect(isAbandoned(one, seen, NOW)).toBe(abandoned)
  })
})

test('taking over is offered only when it takes long', () => {
  expect(seemsStuck(holder, NOW)).toBe(false)
  expect(seemsStuck({ ...holder, since: NOW - 11 * MINUTE }, NOW)).toBe(true)
})
