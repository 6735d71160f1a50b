import { describe, expect, it } from 'vitest'
import { emptyPanel } from '../panel/apply-event'
import type { Build, BuildStep, StepState } from './build'
import { buildPhases } from './build-view-phases'
import type { Expectation } from './estimate'
import { buildBar, buildProgress } from './build-view-progress'
import { phaseTime, pinnedStep, runningWords, stepStateWords, stepTime } from './build-view-steps'
import { buildCounts, buildHeading, timeLeftWords } from './build-view-words'

const T = 1_700_000_000_000
const expected: Expectation = {
  kind: 'cpu',
  steps: { 'models RUN fetch': 200, 'parts RUN pip': 300, 'production RUN apt': 400, 'export exporting to image': 10 },
}

function step(id: string, phase: string, state: StepState, more: Partial<BuildStep> = {}): BuildStep {
  const startedAt = state === 'waiting' ? null : T
  const endedAt = state === 'waiting' || state === 'running' ? null : T + 5000
  const base = { name: id, explanation: null, raw: `[${phase}] RUN ${id}`, bytes: null, sub: null, lastOutputAt: null, error: null }
  return { ...base, id, phase, state, startedAt, endedAt, ...more }
}

function build(steps: readonly BuildStep[], more: Partial<Build> = {}): Build {
  return { id: 'b', variant: 'cpu', startedAt: T, endedAt: null, outcome: null, steps, logBytes: 0, ...more }
}

const half = build([
  step('load', 'setup', 'done'),
  step('fetch', 'models', 'reused'),
  step('pip', 'parts', 'running'),
  step('apt', 'production', 'done'),
  step('copy', 'production', 'waiting', { raw: '[production] COPY a b' }),
  step('save', 'export', 'waiting', { raw: 'exporting to image' }),
])

describe('the phases of a build', () => {
  it('have plain names, in the order in which people meet them', () => {
    expect(buildPhases(half).map((p) => [p.title, p.state])).toEqual([
      ['Preparation', 'done'],
      ['Photo models', 'reused'],
      ['Parts', 'running'],
      ['Put together', 'running'],
    ])
  })

  it('put the saving of the package into the last one', () => {
    expect(
      buildPhases(half)
        .at(-1)
        ?.steps.map((s) => s.id),
    ).toEqual(['apt', 'copy', 'save'])
  })

  it('keep an unknown stage under its own name', () => {
    expect(buildPhases(build([step('x', 'assets', 'running')]))[0]?.title).toBe('Stage assets')
  })

  it('are on hold when another one failed', () => {
    const failed = build([step('fetch', 'models', 'failed'), step('pip', 'parts', 'cancelled')], {
      endedAt: T + 5000,
      outcome: { kind: 'failed', problem: { failure: { kind: 'disk-full' }, title: '', why: '', notLost: '', fixes: [], evidence: [] } },
    })
    expect(buildPhases(failed).map((p) => p.state)).toEqual(['failed', 'on-hold'])
  })
})

describe('how far a build is', () => {
  it('counts reused steps as done and says what they saved', () => {
    const progress = buildProgress(build([step('fetch', 'models', 'reused'), step('pip', 'parts', 'waiting')]), expected, T)
    expect(progress).toMatchObject({ percent: 40, saved: 200 })
  })

  it('never claims to be done while something runs', () => {
    const all = build([step('fetch', 'models', 'done'), step('pip', 'parts', 'done'), step('apt', 'production', 'running')])
    expect(buildProgress(all, expected, T + 10 ** 9).percent).toBeLessThanOrEqual(97)
  })

  it('leaves no time once it ended', () => {
    expect(buildProgress(half, expected, T).left).toBeGreaterThan(300)
    expect(buildProgress({ ...half, endedAt: T }, expected, T).left).toBeNull()
  })

  it('shows one stretch of the bar a phase, together as wide as the whole', () => {
    const bar = buildBar(half, expected, T + 60_000)
    expect(bar.map((part) => part.key)).toEqual(['models', 'parts', 'production'])
    expect(bar[0]).toMatchObject({ filled: 1, state: 'reused' })
    expect(bar.reduce((sum, part) => sum + part.width, 0)).toBeCloseTo(1)
  })

  it('follows the bytes of a step where it has them', () => {
    const loading = build([step('pip', 'parts', 'running', { sub: { label: 'Downloading', current: 50, total: 100 } })])
    expect(buildBar(loading, expected, T)[0]?.filled).toBeCloseTo(0.5)
  })
})

describe('the words of a build', () => {
  it('say about, always', () => {
    expect(timeLeftWords(540)).toBe('About 9 min left')
    expect(timeLeftWords(null)).toBe('Time left not known yet')
  })

  it('name what is built and that the window may be closed', () => {
    expect(buildHeading(emptyPanel, half, T)).toEqual({ title: 'Building the cpu version', sentence: 'You can close this window, it goes on.' })
  })

  it('say how it ended and what was kept', () => {
    const stopped = build([step('a', 'models', 'done')], { endedAt: T + 151_000, outcome: { kind: 'cancelled' } })
    expect(buildHeading(emptyPanel, stopped, T + 151_000).sentence).toMatch(/^After 2 min 31 s, today at \d\d:\d\d\. 1 finished step is kept\.$/)
  })

  it('count steps without the preparation', () => {
    expect(buildCounts(half, buildProgress(half, expected, T))).toEqual({ built: '1 of 5 steps built', reused: '1 reused, about 3 min saved', failed: null })
  })

  it('read a step out with its state and time', () => {
    expect(stepStateWords(step('Collect', 'parts', 'running'), T + 484_000)).toBe('running, 8 min 4 s')
  })

  it('show a clock while running and a guess before', () => {
    expect(stepTime(step('a', 'parts', 'running'), 60, T + 65_000)).toBe('1:05')
    expect(stepTime(step('a', 'parts', 'waiting'), 240, T)).toBe('about 4 min')
    expect(stepTime(step('a', 'parts', 'waiting'), 3, T)).toBe('')
  })

  it('count the steps of a phase in which nothing runs at the moment', () => {
    expect(phaseTime(buildPhases(half)[3] ?? never(), null, T)).toBe('1 of 3')
  })

  it('say that a quiet step still works, and when it is slower than usual', () => {
    const quiet = step('a', 'parts', 'running', { explanation: 'Downloads the parts.' })
    expect(runningWords(quiet, 300, T + 70_000)).toBe('Downloads the parts. Still working, this step is usually quiet.')
    expect(runningWords(quiet, 300, T + 1_000_000)).toContain('slower than usual')
  })

  it('pin the running step that began first', () => {
    const two = build([step('late', 'parts', 'running', { startedAt: T + 9 }), step('early', 'production', 'running')])
    expect(pinnedStep(two)?.id).toBe('early')
    expect(pinnedStep(build([]))).toBeNull()
  })
})

function never(): never {
  throw new Error('no such phase')
}
