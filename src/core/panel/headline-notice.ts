import type { Problem } from '../failure/failure'
import { duration } from '../words/duration'
import { versionName } from '../words/version-name'
import { when } from '../words/when'
import { runningVariant } from './chosen-variant'
import { fixAction } from './fix-action'
import { appHeadline } from './headline-app'
import { lastGood } from './last-good'
import type { Action, Headline, Pill } from './headline-words'
import type { PanelState } from './panel'
import { problemSign } from './problem-sign'

/** The headline after something went wrong; an app that runs, or ran since, keeps its own and shows the problem in place. */
export function noticeHeadline(state: PanelState, now: number): Headline | null {
  const { notice } = state
  if (!notice) return null
  if (isNoticeBeside(state)) return { ...appHeadline(state, now), problem: notice }
  const [first, ...others] = notice.fixes
  return {
    pill: failedPill(state, notice),
    task: null,
    ...failedWords(state, now),
    primary: first ? fixAction(state, first) : null,
    secondary: [...others.map((fix) => fixAction(state, fix)), ...goodBefore(state, notice)],
    problem: notice,
  }
}

/** True while a problem stands beside the app's own headline: the app runs, or ran since, and what it does now is newer. */
export function isNoticeBeside(state: PanelState): boolean {
  return runningVariant(state) !== null || state.ranSinceNotice
}

// A package that does not come up is one thing; the one before may still.
function goodBefore(state: PanelState, { failure }: Problem): readonly Action[] {
  const last = state.history[0]
  return last && (failure.kind === 'stopped-itself' || failure.kind === 'never-ready') ? lastGood(state, last.variant) : []
}

function failedWords(state: PanelState, now: number): Pick<Headline, 'title' | 'sentence'> {
  const last = state.history[0]
  if (!last || last.outcome?.kind !== 'failed') return { title: 'Facecraft is not running', sentence: 'Something needs a look first.' }
  const name = versionName(state, last.variant)
  const took = last.endedAt === null ? '' : `It stopped after ${duration((last.endedAt - last.startedAt) / 1000)}, ${when(last.endedAt, now)}.`
  if (buildFailed(state))
    return {
      title: `The ${name} version is not finished`,
      sentence: last.from === undefined ? `${took} Nothing was running, so nothing was interrupted.` : took,
    }
  if (last.kind === 'start') return { title: 'Facecraft did not start', sentence: took }
  if (last.kind === 'switch') return { title: 'The switch did not work', sentence: took }
  return { title: 'Facecraft is not running', sentence: took }
}

function failedPill(state: PanelState, problem: Problem): Pill {
  const [mark, tone, word] =
    problemSign(problem) ?? (buildFailed(state) ? (['cross', 'bad', 'Build failed'] as const) : (['cross', 'bad', 'Did not start'] as const))
  return { mark, tone, word, more: null }
}

/** True when the last thing done ended inside a build. */
function buildFailed(state: PanelState): boolean {
  const last = state.history[0]
  if (last?.outcome?.kind !== 'failed') return false
  return last.kind === 'build' || (state.build?.outcome?.kind === 'failed' && state.build.startedAt >= last.startedAt)
}
