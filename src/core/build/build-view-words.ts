import { assertNever } from '../assert-never'
import { runningVariant } from '../panel/chosen-variant'
import type { PanelState } from '../panel/panel'
import { count } from '../words/count'
import { about, duration } from '../words/duration'
import { versionName } from '../words/version-name'
import { day, hourAndMinute } from '../words/when'
import type { Build } from './build'
import type { BuildProgress } from './build-view-progress'

/** The title of the Build screen and the sentence under it. */
export interface BuildHeading {
  readonly title: string
  readonly sentence: string
}

/** What is being built, or how the last build ended, and what happened to the running app meanwhile. */
export function buildHeading(state: PanelState, build: Build, now: number): BuildHeading {
  const version = `${versionName(state, build.variant)} version`
  if (build.outcome === null) return { title: `Building the ${version}`, sentence: meanwhile(state) }
  const took = duration(((build.endedAt ?? now) - build.startedAt) / 1000)
  const at = build.endedAt === null ? '' : ` ${day(build.endedAt, now)} at ${hourAndMinute(build.endedAt)}`
  switch (build.outcome.kind) {
    case 'succeeded':
      return { title: `The ${version} is built`, sentence: `Finished${at}, in ${took}.` }
    case 'failed':
      return { title: `The ${version} is not finished`, sentence: `It stopped after ${took},${at}. ${unharmed(state)}` }
    case 'cancelled':
      return { title: `You stopped building the ${version}`, sentence: `After ${took},${at}. ${kept(build)}` }
    case 'interrupted':
      return { title: `Building the ${version} was interrupted`, sentence: `Nobody saw its end${at}. ${kept(build)}` }
    default:
      return assertNever(build.outcome)
  }
}

/** What an earlier build was and how it ended, told as the past: nothing of it says how things stand now. */
export function earlierHeading(state: PanelState, build: Build, now: number): BuildHeading {
  const ended = build.endedAt ?? build.startedAt
  const title = `Earlier build of the ${versionName(state, build.variant)} version`
  const [at, took] = [`${day(ended, now)} at ${hourAndMinute(ended)}`, duration((ended - build.startedAt) / 1000)]
  switch (build.outcome?.kind) {
    case 'succeeded':
      return { title, sentence: `It was built ${at}, in ${took}.` }
    case 'failed':
      return { title, sentence: `It failed ${at}, after ${took}.` }
    case 'cancelled':
      return { title, sentence: `You stopped it ${at}, after ${took}.` }
    case 'interrupted':
    case undefined:
      return { title, sentence: `It was interrupted ${at}, after ${took}. The log is whole up to its last line.` }
    default:
      return assertNever(build.outcome)
  }
}

/** Time left: always a guess, so always "about"; says so when it takes longer than usual. */
export function timeLeftWords(left: number | null): string {
  if (left === null) return 'Time left not known yet'
  if (left < 10) return 'Nearly done'
  const words = about(left)
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} left`
}

/** How many steps were built, reused and failed, in words; empty ones are left out. */
export interface BuildCounts {
  readonly built: string
  readonly reused: string | null
  readonly failed: string | null
}

/** The numbers beside the bar: steps built of all, steps reused and the time they saved, steps failed. */
export function buildCounts(build: Build, progress: BuildProgress): BuildCounts {
  const steps = build.steps.filter((step) => step.phase !== 'setup')
  const of = (state: string): number => steps.filter((step) => step.state === state).length
  const saved = progress.saved >= 20 ? `, ${about(progress.saved)} saved` : ''
  const ended = build.outcome !== null && build.outcome.kind !== 'succeeded'
  return {
    built: ended ? `${of('done') + of('reused')} of ${steps.length} steps finished and kept` : `${of('done')} of ${steps.length} steps built`,
    reused: of('reused') > 0 && !ended ? `${of('reused')} reused${saved}` : null,
    failed: of('failed') > 0 ? `${of('failed')} failed` : null,
  }
}

function kept(build: Build): string {
  const finished = build.steps.filter((step) => step.phase !== 'setup' && (step.state === 'done' || step.state === 'reused')).length
  return finished === 0 ? 'Nothing was changed.' : `${count(finished, 'finished step')} ${finished === 1 ? 'is' : 'are'} kept.`
}

function meanwhile(state: PanelState): string {
  const running = runningVariant(state)
  if (running === null) return 'You can close this window, it goes on.'
  return `Facecraft keeps running on the ${versionName(state, running)} meanwhile. You can close this window.`
}

function unharmed(state: PanelState): string {
  const running = runningVariant(state)
  if (running === null) return 'Nothing was running, so nothing was interrupted.'
  return `Facecraft keeps running on the ${versionName(state, running)}.`
}
