import { expect, test } from 'vitest'
import { incidentsOf, lastHour, sampleOf } from './hour'

const MIN = 60_000

test('the worst state of a minute counts and unwatched minutes are unknown, not good', () => {
  const hour = lastHour([{ at: 119 * MIN, state: 'ready' }, { at: 119 * MIN + 5, state: 'loading' }, { at: 118 * MIN, state: 'ready' }], 119 * MIN + 10)
  expect(hour).toHaveLength(60)
  expect(hour.at(-1)).toEqual({ at: 119 * MIN, state: 'loading' })
  expect(hour.at(-2)?.state).toBe('ready')
  expect(hour.at(-3)?.state).toBe('unknown')
})

test('an outage is one incident with its length, a stop on purpose is none', () => {
  const samples = [
    { at: 100, state: 'ready' },
    { at: 200, state: 'not-answering' },
    { at: 300, state: 'not-answering' },
    { at: 400, state: 'ready' },
    { at: 500, state: 'away' },
  ] as const
  expect(incidentsOf(samples, 600)).toEqual([{ at: 200, endedAt: 400, text: 'Did not answer' }])
})

test('while Docker is away nothing is claimed about the app', () => {
  expect(sampleOf({ kind: 'unknown' })).toBeNull()
})
