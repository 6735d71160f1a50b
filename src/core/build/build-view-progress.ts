import type { Build, BuildStep } from './build'
import { buildPhases, type Phase } from './build-view-phases'
import { secondsLeft, stepShare, usualSeconds, type Expectation } from './estimate'

/** How far a build is: share from 0 to 1, seconds left (null while nothing is known), and seconds that reused steps saved. */
export interface BuildProgress {
  readonly share: number
  readonly percent: number
  readonly left: number | null
  readonly saved: number
}

/** One stretch of the bar: its share of the whole and how much of it is worked, both from 0 to 1. */
export interface BarPart {
  readonly key: string
  readonly width: number
  readonly filled: number
  readonly state: 'worked' | 'reused' | 'done' | 'failed' | 'ended'
}

const NEVER_FULL = 0.97
const RUNNING_AT_MOST = 0.9

/** How far a running build is and how long it still takes, by the work that its steps usually are. */
export function buildProgress(build: Build, expected: Expectation, now: number): BuildProgress {
  const all = work(build.steps, expected)
  const worked = sum(build.steps, (step) => workedSeconds(step, expected, now))
  const share = all > 0 ? Math.min(NEVER_FULL, worked / all) : 0
  const saved = work(
    build.steps.filter((step) => step.state === 'reused'),
    expected,
  )
  const left = build.endedAt === null ? secondsLeft(build, expected, now) : null
  return { share, percent: Math.round(share * 100), left, saved }
}

/** The bar of a build, phase by phase, as wide as their usual work; the preparation is too short to show. */
export function buildBar(build: Build, expected: Expectation, now: number): readonly BarPart[] {
  const phases = buildPhases(build).filter((phase) => phase.key !== 'setup')
  const all = sum(phases, (phase) => work(phase.steps, expected))
  return phases.map((phase) => {
    const own = work(phase.steps, expected)
    const worked = sum(phase.steps, (step) => workedSeconds(step, expected, now))
    const state = barState(build, phase)
    return { key: phase.key, width: all > 0 ? own / all : 0, filled: own > 0 ? worked / own : 0, state }
  })
}

function barState(build: Build, phase: Phase): BarPart['state'] {
  if (phase.state === 'failed') return 'failed'
  if (build.outcome !== null && build.outcome.kind !== 'succeeded') return 'ended'
  if (phase.state === 'reused') return 'reused'
  return build.outcome === null ? 'worked' : 'done'
}

function workedSeconds(step: BuildStep, expected: Expectation, now: number): number {
  const usual = usualSeconds(step, expected)
  if (step.state === 'done' || step.state === 'reused') return usual
  if (step.startedAt === null) return 0
  if (step.sub?.total) return usual * Math.min(RUNNING_AT_MOST, step.sub.current / step.sub.total)
  const share = step.state === 'running' ? stepShare(step, expected, now) : null
  if (share !== null) return usual * Math.min(RUNNING_AT_MOST, share)
  const gone = Math.max(0, (step.endedAt ?? now) - step.startedAt) / 1000
  return Math.min(usual * RUNNING_AT_MOST, gone)
}

function work(steps: readonly BuildStep[], expected: Expectation): number {
  return sum(steps, (step) => usualSeconds(step, expected))
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0)
}
