import { describe, expect, test } from 'vitest'
import { emptyPanel } from '../panel/apply-event'
import type { PanelState } from '../panel/panel'
import { incidentsOf, lastDay, lastHour, sampleOf, type Sample } from './hour'
import { whyNow } from './incident-words'

const MIN = 60_000

test('the worst state of a minute counts and unwatched minutes are unknown, not good', () => {
  const hour = lastHour(
    [
      { at: 119 * MIN, state: 'ready' },
      { at: 119 * MIN + 5, state: 'loading' },
      { at: 118 * MIN, state: 'ready' },
    ],
    119 * MIN + 10,
  )
  expect(hour).toHaveLength(60)
  expect(hour.at(-1)).toEqual({ at: 119 * MIN, state: 'loading' })
  expect(hour.at(-2)?.state).toBe('ready')
  expect(hour.at(-3)?.state).toBe('unknown')
})

test('the last day is told in quarters of an hour by the same rule', () => {
  const day = lastDay(
    [
      { at: 90 * MIN, state: 'ready' },
      { at: 91 * MIN, state: 'not-answering' },
    ],
    100 * MIN,
  )
  expect([day.length, day.at(-1), day.at(-2)?.state]).toEqual([96, { at: 90 * MIN, state: 'not-answering' }, 'unknown'])
})

describe('incidents', () => {
  const bad = (at: number, after: number, why = 'No answer'): Sample => ({ at, after, state: 'not-answering', why })
  const good = (at: number, after: number): Sample => ({ at, after, state: 'ready' })

  test('an outage is one incident with its length, a stop on purpose is none', () => {
    const samples: readonly Sample[] = [{ at: 100, state: 'ready' }, bad(200, 100), bad(300, 100), good(400, 100), { at: 500, after: 100, state: 'away' }]
    expect(incidentsOf(samples, 600)).toEqual([{ at: 200, endedAt: 400, text: 'No answer' }])
  })

  test('one that is not over has no end', () => {
    expect(incidentsOf([bad(200, 100)], 300)).toEqual([{ at: 200, endedAt: null, text: 'No answer' }])
  })

  test('what becomes known later tells more than no answer', () => {
    const samples = [bad(200, 100), bad(210, 10, 'Started again by Docker: it ended with an error (code 1)'), bad(250, 40), good(400, 150)]
    expect(incidentsOf(samples, 600)).toEqual([{ at: 200, endedAt: 400, text: 'Started again by Docker: it ended with an error (code 1)' }])
  })

  test('three short ones are three', () => {
    const samples = [1, 2, 3].flatMap((n) => [bad(n * 10_000, 8000), good(n * 10_000 + 2000, 2000)])
    expect(incidentsOf(samples, 40_000).map((i) => i.endedAt! - i.at)).toEqual([2000, 2000, 2000])
  })

  test('a clock that is set back an hour meanwhile does not change its length', () => {
    const hour = 60 * MIN
    expect(incidentsOf([bad(5 * hour, 100), bad(4 * hour, 5000), good(4 * hour + 1000, 1000)], 5 * hour)).toEqual([
      { at: 5 * hour, endedAt: 5 * hour + 6000, text: 'No answer' },
    ])
  })

  test('one during which the panel was closed or the computer slept ends where nobody watched any more', () => {
    expect(incidentsOf([bad(1000, 100), bad(2000, 1000), { at: 9 * MIN, state: 'ready' }], 10 * MIN)).toEqual([{ at: 1000, endedAt: 2000, text: 'No answer' }])
    expect(incidentsOf([bad(1000, 100), bad(2000, 1000), good(60 * MIN, 59 * MIN)], 61 * MIN)).toEqual([{ at: 1000, endedAt: 2000, text: 'No answer' }])
  })
})

describe('what is said of an incident', () => {
  const said = (more: Partial<PanelState>): string | null => whyNow({ ...emptyPanel, ...more })

  test('while Docker is away nothing is claimed about the app', () => {
    expect(sampleOf({ kind: 'unknown' })).toBeNull()
    expect(said({ engine: { kind: 'lost', since: 0, silent: true } })).toBe('Docker did not answer')
  })

  test('a stop that was asked for, and what an operation of ours does, are no incidents', () => {
    const app = { kind: 'stopped', at: 1, variant: 'cpu', ending: { kind: 'asked' } } as const
    expect(said({ app })).toBeNull()
    expect(said({ app: { ...app, ending: { kind: 'removed' } }, operation: { kind: 'switch' } as PanelState['operation'] })).toBeNull()
  })

  test.each([
    [{ kind: 'stopped', at: 1, variant: 'cpu', ending: { kind: 'removed' } }, 'Stopped: somebody else removed it'],
    [{ kind: 'paused', since: 1, variant: 'cpu' }, 'Paused through Docker'],
    [{ kind: 'not-answering', since: 1, variant: 'cpu', reasons: ['a model is missing'] }, 'Not ready: a model is missing'],
    [
      { kind: 'crash-loop', since: 1, variant: 'cpu', restarts: 4, code: 137, outOfMemory: true, ending: { kind: 'out-of-memory', limitBytes: 64_000_000 } },
      'Kept stopping: it ran out of memory (limit 64 MB)',
    ],
  ] as const)('%o is "%s"', (app, words) => {
    expect(said({ app })).toBe(words)
  })
})

test('of twelve hours of samples with a change each second what is shown stays small', () => {
  const samples: readonly Sample[] = Array.from(
    { length: 12 * 3600 },
    (_, i) => ({ at: i * 1000, after: 1000, ...(i % 7 < 2 ? { state: 'not-answering', why: 'No answer' } : { state: 'ready' }) }) as const,
  )
  const now = 12 * 3600_000
  expect([lastHour(samples, now).length, lastDay(samples, now).length, incidentsOf(samples, now).length]).toEqual([60, 96, 50])
})
