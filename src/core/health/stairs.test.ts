import { expect, test } from 'vitest'
import { climb, median, stairsOf } from './stairs'

const start = { variant: 'cpu', at: 1000, after: {} }
const ready = { app: { kind: 'ready', variant: 'cpu', since: 1000 }, service: null, now: 3500 } as const

test('a step keeps the time at which it was first seen', () => {
  const once = climb(start, ready)
  expect(once.after['models-loaded']).toBe(2500)
  expect(climb(once, { ...ready, now: 9000 })).toEqual(once)
})

test('usual is the median of earlier starts of the same version', () => {
  const earlier = [1, 9, 5].map((ms, i) => ({ variant: 'cpu', at: i, after: { started: ms } }))
  const other = { variant: 'gpu', at: 9, after: { started: 99 } }
  expect(stairsOf(start, [...earlier, other])[0]).toEqual({ name: 'started', after: null, usual: 5 })
})

test('the median of nothing is nothing', () => {
  expect(median([])).toBeNull()
})
