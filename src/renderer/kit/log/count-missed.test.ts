import { expect, test } from 'vitest'
import type { LogSource } from '../terminal/log-view'
import { countMissed } from './count-missed'

/** A log of 10 lines a kilobyte that grows by a megabyte at each look, up to an end. */
function growing(end: number): LogSource {
  let length = 1_000_000
  return {
    length: () => length,
    grown: async () => undefined,
    pause: async () => void (length = Math.min(end, length + 1_000_000)),
    count: async (from) => ({ lines: (length - from) / 100, next: length, complete: length === end }),
  } as Partial<LogSource> as LogSource
}

test('all lines since the view left the end are counted, far beyond what is drawn, and none before', async () => {
  const told: number[] = []
  await countMissed(growing(5_000_000), (lines) => told.push(lines), new AbortController().signal)
  expect(told).toEqual([10_000, 20_000, 30_000, 40_000])
})

test('nobody is told any more once the view is back at the end', async () => {
  const told: number[] = []
  const back = new AbortController()
  await countMissed(growing(5_000_000), (lines) => (told.push(lines), back.abort()), back.signal)
  expect(told).toEqual([10_000])
})
