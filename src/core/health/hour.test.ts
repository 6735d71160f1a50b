import { describe, expect, test } from 'vitest'
import { emptyPanel } from '../panel/apply-event'
import type { PanelState } from '../panel/panel'
import { incidentsOf, lastDay, lastHour, sampleOf, type Sample } from './hour'
import { whyNow } from './incident-words'

const MIN = 60_000

describe('the minutes of the last hour', () => {
  // Watched at each full minute, with a moment in between.
  const each = (from: number, to: number, state: Sample['state'] = 'ready'): Sample[] =>
    Array.from({ length: to - from + 1 }, (_, i) => ({ at: (from + i) * MIN, state, ...(i === 0 ? {} : { after: MIN }) }))
  const states = (samples: readonly Sample[], now: number) => lastHour(samples, now).map(({ state }) => state)

  test('the worst state of a minute counts', () => {
    const samples: Sample[] = [...each(100, 102), { at: 102 * MIN + 5, after: 5, state: 'loading' }, { at: 102 * MIN + 9, after: 4, state: 'ready' }]
    const hour = lastHour([...samples, { at: 103 * MIN, after: MIN - 9, state: 'ready' }], 103 * MIN + 10)
    expect([hour.length, hour.at(-1)]).toEqual([60, { at: 102 * MIN, state: 'loading' }])
    expect(hour.at(-2)?.state).toBe('ready')
  })

  test('a minute that was not watched from its beginning to its end is unknown, not good', () => {
    const samples: Sample[] = [{ at: 100 * MIN + 20_000, state: 'ready' }, { at: 101 * MIN, after: 40_000, state: 'ready' }, ...each(102, 103).slice(1)]
    expect(states(samples, 103 * MIN).slice(-3)).toEqual(['unknown', 'ready', 'ready'])
    expect(states([...each(100, 102), { at: 104 * MIN, state: 'ready' }], 104 * MIN).slice(-4)).toEqual(['ready', 'ready', 'unknown', 'unknown'])
  })

  test('one that is not over is told only when nothing can better it', () => {
    expect(lastHour(each(100, 102), 102 * MIN + 30_000).at(-1)).toEqual({ at: 101 * MIN, state: 'ready' })
    const bad: Sample = { at: 102 * MIN + 1000, after: 1000, state: 'not-answering' }
    expect(lastHour([...each(100, 102), bad], 102 * MIN + 30_000).at(-1)).toEqual({ at: 102 * MIN, state: 'not-answering' })
  })

  test('a state that lasts fills minutes without a sample of their own', () => {
    expect(
      states(
        [
          { at: 100 * MIN, state: 'away' },
          { at: 102 * MIN, after: 2 * MIN, state: 'away' },
        ],
        102 * MIN,
      ).slice(-2),
    ).toEqual(['away', 'away'])
  })

  test('while the computer slept, and where its clock was set, nothing is known', () => {
    const asleep: Sample[] = [...each(100, 101), { at: 110 * MIN, after: MIN, state: 'ready' }, { at: 111 * MIN, after: MIN, state: 'ready' }]
    expect(states(asleep, 111 * MIN).slice(-11)).toEqual(['ready', ...Array.from({ length: 9 }, () => 'unknown'), 'ready'])
    expect(states([...each(100, 101), { at: 90 * MIN, after: MIN, state: 'ready' }], 91 * MIN).at(-1)).toBe('ready')
  })

  test('of a start the minute after it is the first good one', () => {
    const samples: Sample[] = [
      { at: 100 * MIN + 5000, state: 'away' },
      { at: 100 * MIN + 9000, after: 4000, state: 'loading' },
      { at: 100 * MIN + 30_000, after: 21_000, state: 'ready' },
    ]
    expect(states(samples, 100 * MIN + 40_000).every((state) => state === 'unknown')).toBe(true)
    expect(states([...samples, { at: 101 * MIN, after: 30_000, state: 'ready' }], 102 * MIN).slice(-2)).toEqual(['unknown', 'ready'])
  })
})

test('the last day is told in quarters of an hour by the same rule', () => {
  const samples: readonly Sample[] = Array.from(
    { length: 26 },
    (_, i) => ({ at: (75 + i) * MIN, after: MIN, state: i === 16 ? 'not-answering' : 'ready' }) as const,
  )
  const day = lastDay(samples, 100 * MIN)
  expect([day.length, day.at(-1), day.at(-2)]).toEqual([96, { at: 90 * MIN, state: 'not-answering' }, { at: 75 * MIN, state: 'ready' }])
})

describe('what counts in the timeline', () => {
  const engine = { kind: 'running' } as PanelState['engine']
  const counts = (app: PanelState['app'], more: Partial<PanelState> = {}) => sampleOf({ ...emptyPanel, engine, app, ...more }, 1000)

  test('an app that runs already and was not asked yet is not loading', () => {
    expect(counts({ kind: 'starting', variant: 'cpu', since: 500 })).toBeNull()
    expect(counts({ kind: 'starting', variant: 'cpu', since: 1500 })).toBe('loading')
  })

  test('from the wish to start on it is not away any more', () => {
    const stopped = { kind: 'stopped', at: 1, variant: 'cpu' } as const
    expect([counts(stopped), counts(stopped, { operation: { kind: 'start' } as PanelState['operation'] })]).toEqual(['away', 'loading'])
  })

  test('while Docker is away nothing is claimed about the app', () => {
    expect(counts({ kind: 'unknown' })).toBeNull()
    expect(counts({ kind: 'ready', variant: 'cpu', since: 0 }, { engine: { kind: 'lost', since: 0, silent: true } })).toBe('unknown')
  })
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

  test('Docker that is away is the cause', () => {
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
