import { expect, test } from 'vitest'
import { incidentsOf, lastDay, lastHour, type Sample } from './hour'
import { thinned } from './thinned'

// Up, down and up again about each second, with a fault now and then, a closed panel, and a sleep.
function restless(): readonly Sample[] {
  const states = ['away', 'loading', 'ready', 'ready'] as const
  const samples: Sample[] = []
  let at = 1_795_572_448_477
  for (let i = 0; i < 9000; i++) {
    const after = 200 + ((i * 7919) % 1100)
    at += i % 3000 === 2999 ? 400_000 : after
    const bad = i % 37 === 5 || i % 37 === 6
    const what: Pick<Sample, 'state' | 'why'> = bad ? { state: 'not-answering', why: 'No answer' } : { state: states[i % 4] ?? 'ready' }
    samples.push({ at, ...(i % 4500 === 0 ? {} : { after }), ...what })
  }
  return samples
}

test('a thinned past says the same of the hour, the day and each incident, however often it is thinned', () => {
  const samples = restless()
  const now = (samples.at(-1)?.at ?? 0) + 10_000
  const few = thinned(samples, now)
  expect(few.length).toBeLessThan(samples.length / 3)
  for (const past of [few, thinned(few, now)]) {
    expect(lastHour(past, now)).toEqual(lastHour(samples, now))
    expect(lastDay(past, now)).toEqual(lastDay(samples, now))
    expect(incidentsOf(past, now)).toEqual(incidentsOf(samples, now))
  }
})

test('the minute under way is left alone', () => {
  const samples = restless().slice(0, 8500)
  const now = samples.at(-1)?.at ?? 0
  const under = samples.filter(({ at }) => at >= now - (now % 60_000))
  expect([under.length > 5, thinned(samples, now).slice(-under.length)]).toEqual([true, under])
})

test('an hour that was stopped and started all the time keeps a few samples a minute', () => {
  const samples: readonly Sample[] = Array.from({ length: 3600 }, (_, i) => ({ at: i * 1000, after: 1000, state: i % 2 === 0 ? 'away' : 'ready' }) as const)
  expect(thinned(samples, 3_600_000).length).toBeLessThan(60 * 4)
})
