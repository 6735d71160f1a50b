import type { DeviceKind } from '../project/project'
import type { Build, BuildStep } from './build'
import { guessFor } from './estimate-guess'
import { placeOnCurve, type OutputCurve, type OutputWatch } from './output-curve'

/** How long the steps of an ended build took, in seconds, by what tells a step from others across builds. */
export interface BuildTimes {
  readonly steps: Readonly<Record<string, number>>
  /** How the long ones among them wrote their output. */
  readonly output?: Readonly<Record<string, OutputCurve>> | undefined
}

/** What is expected of the steps of the next build. */
export interface Expectation {
  readonly kind: DeviceKind
  readonly steps: Readonly<Record<string, number>>
  readonly output?: Readonly<Record<string, OutputCurve>> | undefined
}

/** The measured times of a build: only of steps that really worked, reused ones say nothing about the work. */
export function buildTimes(build: Build, watch: OutputWatch): BuildTimes {
  const done = build.steps.filter((step) => step.state === 'done')
  const curves = done.flatMap((step) => {
    const curve = watch.curveOf(step)
    return curve === null ? [] : [[stepKey(step), curve] as const]
  })
  return { steps: Object.fromEntries(done.map((step) => [stepKey(step), workedSeconds(step, 0)])), output: Object.fromEntries(curves) }
}

/** What earlier builds of this version, newest first, let one expect; with none, what is shipped as a guess. */
export function expectBuild(kind: DeviceKind, earlier: readonly BuildTimes[]): Expectation {
  const recent = earlier.slice(0, RECENT)
  const steps = gather(recent.map((times) => times.steps))
  const curves = gather(recent.map((times) => times.output ?? {}))
  return { kind, steps: mapValues(steps, median), output: mapValues(curves, middleCurve) }
}

/** What tells a step from others across builds: its stage and its command. */
export function stepKey(step: BuildStep): string {
  // The place in the stage changes when a step is added before, the target's name when another service is built too.
  return `${step.phase} ${step.raw.replace(/^\[[^\]]*\] /, '')}`
}

/** How long a step usually takes, in seconds. */
export function usualSeconds(step: BuildStep, expected: Expectation): number {
  return expected.steps[stepKey(step)] ?? guessFor(step, expected.kind)
}

/**
 * How far a running step is, from 0 to 1, by when an earlier build had written as much; while it is quiet the clock tells.
 * Null where no earlier build says.
 */
export function stepShare(step: BuildStep, expected: Expectation, now: number): number | null {
  const curve = expected.output?.[stepKey(step)]
  if (!curve) return null
  const { from, to } = placeOnCurve(curve, step.written ?? 0)
  const quietFor = (now - (step.lastOutputAt ?? step.startedAt ?? now)) / 1000
  return Math.min(to, from + quietFor / usualSeconds(step, expected))
}

/** The expected work of each phase in seconds, in the order of the build: the widths of the bar's parts. */
export function phaseSeconds(build: Build, expected: Expectation): Readonly<Record<string, number>> {
  const phases: Record<string, number> = {}
  for (const step of build.steps) phases[step.phase] = (phases[step.phase] ?? 0) + usualSeconds(step, expected)
  return phases
}

/**
 * Seconds until the end: the longest way through the steps that are left, since phases run side by side, at the pace that
 * this build has against the usual so far. Null while nothing is known of the steps. A guess: show it with "about".
 */
export function secondsLeft(build: Build, expected: Expectation, now: number): number | null {
  const work = build.steps.filter((step) => step.phase !== 'setup')
  if (work.length === 0) return null
  const pace = paceOf(work, { expected, now })
  const byId = new Map(work.map((step) => [step.id, step]))
  const known = new Map<string, number>()
  const until = (step: BuildStep): number => {
    const cached = known.get(step.id)
    if (cached !== undefined) return cached
    const before = (step.inputs ?? []).flatMap((id) => byId.get(id) ?? []).map(until)
    const seconds = Math.max(0, ...before) + leftOf(step, { expected, now, pace })
    known.set(step.id, seconds)
    return seconds
  }
  const [exports, rest] = [work.filter((s) => s.phase === 'export'), work.filter((s) => s.phase !== 'export')]
  const packing = exports.length === 0 ? exportSeconds(expected) * pace : Math.max(...exports.map(until))
  return Math.max(0, ...rest.map(until)) + packing
}

const RECENT = 5
const NEARLY = 0.05
// The share of a build that is taken as seen at the usual pace before anything is, so that little seen does not say much.
const DAMPING = 0.1
// A step that hangs says little about those after it.
const SLOWEST = 4

interface Moment {
  readonly expected: Expectation
  readonly now: number
}

// How long this build takes for what usually takes a second; only what was really measured before can tell.
function paceOf(steps: readonly BuildStep[], moment: Moment): number {
  const damping = DAMPING * steps.reduce((sum, step) => sum + usualSeconds(step, moment.expected), 0)
  let [took, usual] = [damping, damping]
  for (const step of steps) {
    const behind = usualBehind(step, moment)
    if (behind === null) continue
    took += workedSeconds(step, moment.now)
    usual += behind
  }
  return usual > 0 ? Math.min(SLOWEST, took / usual) : 1
}

// The usual seconds of what a step has behind it; null where that cannot be told.
function usualBehind(step: BuildStep, { expected, now }: Moment): number | null {
  const usual = expected.steps[stepKey(step)]
  if (usual === undefined) return null
  if (step.state === 'done') return usual
  if (step.state !== 'running') return null
  const place = stepShare(step, expected, now)
  if (place !== null) return usual * place
  return workedSeconds(step, now) > usual ? usual : null
}

function leftOf(step: BuildStep, { expected, now, pace }: Moment & { readonly pace: number }): number {
  const usual = usualSeconds(step, expected)
  if (step.state === 'waiting') return usual * pace
  if (step.state !== 'running') return 0
  const share = stepShare(step, expected, now)
  const worked = workedSeconds(step, now)
  if (share !== null) return Math.max(usual * (1 - share) * pace, worked * NEARLY)
  const left = Math.max(0, usual - worked)
  const there = step.sub?.total ? step.sub.current / step.sub.total : 0
  // A download tells by itself how fast it goes: the more of it is there, the less counts what it usually takes.
  const trust = Math.min(1, there * 3)
  const own = there > 0 ? (worked * (1 - Math.min(1, there))) / there : 0
  return Math.max(own * trust + left * (1 - trust), worked * NEARLY)
}

// Packing shows up as a step only when it begins.
function exportSeconds(expected: Expectation): number {
  const known = Object.entries(expected.steps).filter(([key]) => key.startsWith('export '))
  return known.length === 0 ? guessFor({ phase: 'export', name: 'App package' }, expected.kind) : known.reduce((sum, [, seconds]) => sum + seconds, 0)
}

function workedSeconds(step: BuildStep, now: number): number {
  return step.startedAt === null ? 0 : Math.max(0, ((step.endedAt ?? now) - step.startedAt) / 1000)
}

function gather<T>(builds: readonly Readonly<Record<string, T>>[]): ReadonlyMap<string, readonly T[]> {
  const gathered = new Map<string, T[]>()
  for (const [key, value] of builds.flatMap((build) => Object.entries(build))) gathered.set(key, [...(gathered.get(key) ?? []), value])
  return gathered
}

function mapValues<T, R>(values: ReadonlyMap<string, T>, to: (value: T) => R): Readonly<Record<string, R>> {
  return Object.fromEntries([...values].map(([key, value]) => [key, to(value)]))
}

function middleCurve(curves: readonly OutputCurve[]): OutputCurve {
  return (curves[0] ?? []).map((_, part) => median(curves.flatMap((curve) => curve[part] ?? [])))
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)] ?? 0, sorted[Math.floor(sorted.length / 2)] ?? 0]
  return (low + high) / 2
}
