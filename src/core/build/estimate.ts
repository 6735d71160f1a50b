import type { DeviceKind } from '../project/project'
import type { Build, BuildStep } from './build'
import { guessFor } from './estimate-guess'

/** How long the steps of an ended build took, in seconds, by what tells a step from others across builds. */
export interface BuildTimes {
  readonly steps: Readonly<Record<string, number>>
}

/** What is expected of the steps of the next build. */
export interface Expectation {
  readonly kind: DeviceKind
  readonly steps: Readonly<Record<string, number>>
}

/** The measured times of a build: only of steps that really worked, reused ones say nothing about the work. */
export function buildTimes(build: Build): BuildTimes {
  const measured = build.steps.filter((step) => step.state === 'done').map((step) => [stepKey(step), workedSeconds(step, 0)] as const)
  return { steps: Object.fromEntries(measured) }
}

/** What earlier builds of this version, newest first, let one expect; with none, what is shipped as a guess. */
export function expectBuild(kind: DeviceKind, earlier: readonly BuildTimes[]): Expectation {
  const recent = earlier.slice(0, RECENT)
  const keys = new Set(recent.flatMap((times) => Object.keys(times.steps)))
  const steps = [...keys].map((key) => [key, median(recent.flatMap((times) => times.steps[key] ?? []))] as const)
  return { kind, steps: Object.fromEntries(steps) }
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

/** The expected work of each phase in seconds, in the order of the build: the widths of the bar's parts. */
export function phaseSeconds(build: Build, expected: Expectation): Readonly<Record<string, number>> {
  const phases: Record<string, number> = {}
  for (const step of build.steps) phases[step.phase] = (phases[step.phase] ?? 0) + usualSeconds(step, expected)
  return phases
}

/**
 * Seconds until the end: the longest way through the steps that are left, since phases run side by side.
 * Null while nothing is known of the steps. A guess: show it with "about".
 */
export function secondsLeft(build: Build, expected: Expectation, now: number): number | null {
  const work = build.steps.filter((step) => step.phase !== 'setup')
  if (work.length === 0) return null
  const byId = new Map(work.map((step) => [step.id, step]))
  const known = new Map<string, number>()
  const until = (step: BuildStep): number => {
    const cached = known.get(step.id)
    if (cached !== undefined) return cached
    const before = (step.inputs ?? []).flatMap((id) => byId.get(id) ?? []).map(until)
    const seconds = Math.max(0, ...before) + leftOf(step, { expected, now })
    known.set(step.id, seconds)
    return seconds
  }
  const [exports, rest] = [work.filter((s) => s.phase === 'export'), work.filter((s) => s.phase !== 'export')]
  const packing = exports.length === 0 ? exportSeconds(expected) : Math.max(...exports.map(until))
  return Math.max(0, ...rest.map(until)) + packing
}

const RECENT = 5
const NEARLY = 0.05

function leftOf(step: BuildStep, { expected, now }: { readonly expected: Expectation; readonly now: number }): number {
  if (step.state === 'waiting') return usualSeconds(step, expected)
  if (step.state !== 'running') return 0
  const worked = workedSeconds(step, now)
  const usual = Math.max(0, usualSeconds(step, expected) - worked)
  const share = step.sub?.total ? step.sub.current / step.sub.total : 0
  // A download tells by itself how fast it goes: the more of it is there, the less counts what it usually takes.
  const trust = Math.min(1, share * 3)
  const own = share > 0 ? (worked * (1 - Math.min(1, share))) / share : 0
  return Math.max(own * trust + usual * (1 - trust), worked * NEARLY)
}

// Packing shows up as a step only when it begins.
function exportSeconds(expected: Expectation): number {
  const known = Object.entries(expected.steps).filter(([key]) => key.startsWith('export '))
  return known.length === 0 ? guessFor({ phase: 'export', name: 'App package' }, expected.kind) : known.reduce((sum, [, seconds]) => sum + seconds, 0)
}

function workedSeconds(step: BuildStep, now: number): number {
  return step.startedAt === null ? 0 : Math.max(0, ((step.endedAt ?? now) - step.startedAt) / 1000)
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)] ?? 0, sorted[Math.floor(sorted.length / 2)] ?? 0]
  return (low + high) / 2
}
