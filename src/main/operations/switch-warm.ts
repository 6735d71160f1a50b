import { up } from '../../core/compose/up'
import { stop } from '../../core/compose/stop'
import { explain } from '../../core/failure/explain'
import type { HandOver } from '../../core/operation/hand-over'
import type { Outcome } from '../../core/operation/operation'
import { pauseOf } from '../../core/panel/pause'
import { frontOf } from '../../core/project/forwarder'
import { askForwarder } from '../forwarder/ask'
import { findForwarder } from '../forwarder/container'
import { placeBehind } from '../forwarder/front'
import { clearAway } from './clear-away'
import { runVerb } from './run-verb'
import { selectionOf, type Telling, type Tools } from './tools'
import { troubleOf } from './trouble'
import { waitBeside } from './wait-beside'

// Longer than the slowest photo; then the version that is stopped has its own grace for what is still under way.
const FINISH_SECONDS = 60

/** Whether a switch to this version can be made without a pause now. */
export function goesWarm({ hub }: Tools, { next }: HandOver): boolean {
  return pauseOf(hub.state(), next.id).kind === 'none'
}

/**
 * Switches without a pause: the new version starts beside the old one, without a port; once it is ready the forwarder puts it
 * in front, and the old one stops when it has finished what it began. Whatever fails before that, the old one was never away.
 */
export async function* switchWarm(tools: Tools, change: HandOver, signal: AbortSignal): AsyncGenerator<Telling, Outcome> {
  yield { stage: 'start-beside' }
  const beside = await startBeside(tools, change, signal)
  if (beside.kind !== 'succeeded') return yield* takeAway(tools, change, beside)

  yield { stage: 'hand-over' }
  const put = await putNextInFront(tools, change)
  if (put.kind !== 'succeeded') return yield* takeAway(tools, change, put)
  const stopped = await runVerb(stop(tools.place, { ...selectionOf(change.old), services: change.stops }), never())
  await tools.app.refresh()
  return stopped
}

async function startBeside(tools: Tools, { next, starts }: HandOver, signal: AbortSignal): Promise<Outcome> {
  try {
    // What an earlier run left of it may hang on a network that is gone.
    await clearAway(tools, starts)
    const started = await runVerb(up(placeBehind(tools), { ...selectionOf(next), services: starts }), signal)
    return started.kind === 'succeeded' ? await waitBeside(tools, next, signal) : started
  } catch (error) {
    return { kind: 'failed', problem: troubleOf(error, 'switch') }
  }
}

// From here on it is not broken off any more: the next moment the new version answers.
async function putNextInFront({ docker, project }: Tools, { next }: HandOver): Promise<Outcome> {
  const found = await findForwarder(docker, project.name)
  const wish = { front: frontOf(next), seconds: FINISH_SECONDS }
  const answer = found?.running ? await askForwarder(docker.getContainer(found.id), wish, never()) : null
  if (answer?.front === wish.front) return { kind: 'succeeded' }
  return { kind: 'failed', problem: explain({ kind: 'hand-over-refused' }, answer ? [`in front: ${answer.front}`] : []) }
}

async function* takeAway(tools: Tools, { old, next, starts }: HandOver, broken: Exclude<Outcome, { kind: 'succeeded' }>): AsyncGenerator<Telling, Outcome> {
  yield { stage: 'cancelling' }
  await clearAway(tools, starts)
  await tools.app.refresh()
  if (broken.kind !== 'failed') return broken
  const { title, why, evidence } = broken.problem
  // Docker itself went away, and did not bring the old one back.
  if (tools.app.running()?.service !== old.main) {
    return { kind: 'failed', problem: explain({ kind: 'switch-interrupted', from: old.id, to: next.id, by: 'docker' }, [title, ...evidence]) }
  }
  return { kind: 'failed', problem: explain({ kind: 'switch-undone', cause: title, keeps: old.id }, [why, ...evidence]) }
}

function never(): AbortSignal {
  return new AbortController().signal
}
