import { expect, test } from 'vitest'
import { steadyMemory } from './steady-memory'

const MB = 1_000_000

test('free memory that goes to and fro a little is no news', () => {
  const told: number[] = []
  let before: number | null = null
  for (const free of [2050, 1990, 2110, 1880, 2190].map((mb) => mb * MB)) told.push((before = steadyMemory(before, free)))
  expect(told).toEqual(told.map(() => 2000 * MB))
})

test('free memory that has moved far is told anew, rounded down', () => {
  expect([steadyMemory(2000 * MB, 1790 * MB), steadyMemory(2000 * MB, 2260 * MB), steadyMemory(null, 990 * MB)]).toEqual([1700 * MB, 2200 * MB, 900 * MB])
})
