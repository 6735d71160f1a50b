import { assertNever } from '../assert-never'
import { about, clock, duration } from '../words/duration'
import { size } from '../words/size'
import type { Build, BuildStep } from './build'
import type { Phase } from './build-view-phases'

const QUIET_AFTER_MS = 60_000
const WORTH_GUESSING_S = 20

/** The step to pin: of those running, the one that began first, so that the card does not jump. */
export function pinnedStep(build: Build): BuildStep | null {
  const running = build.steps.filter((step) => step.state === 'running' && step.startedAt !== null)
  return running.toSorted((a, b) => (a.startedAt ?? 0) - (b.startedAt ?? 0))[0] ?? null
}

/** The time beside a step: its own clock, "reused", or what it usually takes. */
export function stepTime(step: BuildStep, usual: number | null, now: number): string {
  switch (step.state) {
    case 'waiting':
      return usual !== null && usual >= WORTH_GUESSING_S ? about(usual) : ''
    case 'reused':
      return 'reused'
    case 'running':
    case 'done':
    case 'failed':
    case 'cancelled':
      return step.startedAt === null ? '' : clock(((step.endedAt ?? now) - step.startedAt) / 1000)
    default:
      return assertNever(step.state)
  }
}

/** The time beside a phase: from its first step to its last, or how many steps are done while none of it runs. */
export function phaseTime(phase: Phase, usual: number | null, now: number): string {
  switch (phase.state) {
    case 'waiting':
      return usual !== null && usual >= WORTH_GUESSING_S ? about(usual) : ''
    case 'reused':
      return 'reused'
    case 'on-hold':
      return 'on hold'
    case 'running':
      return phase.steps.some((step) => step.state === 'running') ? wallClock(phase, now) : doneOf(phase)
    case 'done':
    case 'failed':
    case 'cancelled':
      return wallClock(phase, now)
    default:
      return assertNever(phase.state)
  }
}

/** What a step shows of its size: ", 4.4 GB", or nothing. */
export function stepSize(step: BuildStep): string {
  return step.bytes !== null && step.bytes >= 1_000_000 ? `, ${size(step.bytes)}` : ''
}

/** The plain explanation of the running step, with its sub-progress and a word when it is quiet or slow. */
export function runningWords(step: BuildStep, usual: number | null, now: number): string {
  return [step.explanation, subWords(step), paceWords(step, usual, now)].filter(Boolean).join(' ')
}

/** How a step's state is read out after its name: "running, 8 min 4 s". */
export function stepStateWords(step: BuildStep, now: number): string {
  const took = step.startedAt === null || step.state === 'reused' ? '' : `, ${duration(((step.endedAt ?? now) - step.startedAt) / 1000)}`
  return `${stateWord(step)}${took}`
}

function stateWord(step: BuildStep): string {
  switch (step.state) {
    case 'waiting':
    case 'running':
    case 'done':
    case 'reused':
    case 'failed':
      return step.state
    case 'cancelled':
      return 'stopped'
    default:
      return assertNever(step.state)
  }
}

function subWords(step: BuildStep): string {
  if (!step.sub || (step.sub.current === 0 && !step.sub.total)) return ''
  const { label, current, total } = step.sub
  if (total === null) return `${label}: ${size(current)} so far.`
  return total >= 1000 ? `${label}: ${size(current)} of ${size(total)}.` : `${label}: ${current} of ${total}.`
}

function paceWords(step: BuildStep, usual: number | null, now: number): string {
  if (step.startedAt === null) return ''
  const over = (now - step.startedAt) / 1000 - (usual ?? Infinity)
  if (over > 600) return 'This is slower than usual.'
  const silentFor = now - (step.lastOutputAt ?? step.startedAt)
  return silentFor > QUIET_AFTER_MS ? 'Still working, this step is usually quiet.' : ''
}

function wallClock(phase: Phase, now: number): string {
  const began = Math.min(...phase.steps.map((step) => step.startedAt ?? Infinity))
  const open = phase.steps.some((step) => step.state === 'running')
  const ended = open ? now : Math.max(...phase.steps.map((step) => step.endedAt ?? -Infinity))
  return Number.isFinite(began) && Number.isFinite(ended) ? clock((ended - began) / 1000) : ''
}

function doneOf(phase: Phase): string {
  return `${phase.steps.filter((step) => step.state === 'done' || step.state === 'reused').length} of ${phase.steps.length}`
}

/** What stands in a log that has no line yet: of one step, or of the whole build when there is none. */
export function logEmptyWords(step: BuildStep | null, build: Build): string {
  if (step?.state === 'reused') return 'This step was reused from an earlier build, so it had nothing to do.'
  if (step?.state === 'waiting') return build.endedAt === null ? 'This step has not begun yet.' : 'This step never began.'
  if (step !== null && step.state !== 'running') return 'This step printed nothing.'
  return build.endedAt === null ? 'Waiting for the first line' : 'Nothing was printed.'
}
