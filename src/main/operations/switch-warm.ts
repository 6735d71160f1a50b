import { up } from '../../core/compose/up'
import { explain } from '../../core/failure/explain'
import { isUp } from '../../core/health/app-state'
import type { HandOver } from '../../core/operation/hand-over'
import type { Outcome } from '../../core/operation/operation'
import { pauseOf } from '../../core/panel/pause'
import { frontOf } from '../../core/project/forwarder'
import type { Variant } from '../../core/project/project'
import { projectContainers } from '../engine/containers'
import { askForwarder, type Front, type Wish } from '../forwarder/ask'
import { findForwarder } from '../forwarder/container'
import { placeBehind } from '../forwarder/front'
import { clearAway } from './clear-away'
import { engineBack } from './engine-back'
import { rollBack } from './roll-back'
import { runVerb } from './run-verb'
import { stopOld } from './stop-old'
import { selectionOf, type Telling, type Tools } from './tools'
import { troubleOf } from './trouble'
import { waitBeside } from './wait-beside'
import { watchAway, type AwayWatch } from './watch-away'

// Longer than the slowest photo; then the version that is stopped has its own grace for what is still under way.
const FINISH_SECONDS = 60

/** Whether a switch to this version can be made without a pause now. */
export function goesWarm({ hub }: Tools, { next }: HandOver): boolean {
  return pauseOf(hub.state(), next.id).kind === 'none'
}

/**
 * Switches without a pause: the new version starts beside the old one, without a port; once it is ready the forwarder puts it
 * in front, and the old one stops when it has finished what it began. Whatever fails before that, the old one goes on; where
 * Docker itself did not let it, it is started again.
 */
export async function* switchWarm(tools: Tools, change: HandOver, signal: AbortSignal): AsyncGenerator<Telling, Outcome> {
  const watch = watchAway(tools)
  tools.app.putFirst(change.old.main)
  try {
    yield { stage: 'start-beside' }
    const beside = await startBeside(tools, change, signal)
    if (beside.kind !== 'succeeded') return yield* takeAway(tools, { ...change, broken: beside, watch })

    yield { stage: 'hand-over' }
    const put = await putNextInFront(tools, change)
    if (put.kind !== 'succeeded') return yield* takeAway(tools, { ...change, broken: put, watch })
    tools.app.putFirst(change.next.main)
    return await stopOld(tools, change)
  } finally {
    watch.end()
  }
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
async function putNextInFront(tools: Tools, { next }: HandOver): Promise<Outcome> {
  const wish = { front: frontOf(next), seconds: FINISH_SECONDS }
  try {
    const answer = await askFront(tools, wish)
    if (answer?.front === wish.front) return { kind: 'succeeded' }
    return { kind: 'failed', problem: explain({ kind: 'hand-over-refused' }, answer ? [`in front: ${answer.front}`] : []) }
  } catch (error) {
    return { kind: 'failed', problem: troubleOf(error, 'switch') }
  }
}

interface Given extends HandOver {
  readonly broken: Exclude<Outcome, { kind: 'succeeded' }>
  readonly watch: AwayWatch
}

async function* takeAway(tools: Tools, { broken: seen, watch, ...change }: Given): AsyncGenerator<Telling, Outcome> {
  const { old, starts } = change
  yield { stage: 'cancelling' }
  await engineBack(tools, never())
  const broken = causeOf(seen, watch)
  const stays = await oldInFront(tools, old)
  if (!stays) {
    yield { stage: 'roll-back' }
    return rollBack(tools, { ...change, broken, began: watch.since() ?? performance.now() })
  }
  await clearAway(tools, starts)
  await tools.app.refresh()
  if (broken.kind !== 'failed') return broken
  const { title, why, evidence } = broken.problem
  return { kind: 'failed', problem: explain({ kind: 'switch-undone', cause: title, keeps: old.id, away: watch.seen() }, [why, ...evidence]) }
}

// Whatever was seen first, a version that ends with Docker has no fault of its own.
function causeOf(seen: Given['broken'], watch: AwayWatch): Given['broken'] {
  if (seen.kind !== 'failed' || seen.problem.failure.kind === 'engine-lost' || watch.engine() === 'stayed') return seen
  return { kind: 'failed', problem: explain({ kind: 'engine-lost' }, [seen.problem.title, ...seen.problem.evidence]) }
}

// Docker itself may have gone away and not brought back the old one, or its forwarder, or have handed over without saying so.
async function oldInFront(tools: Tools, old: Variant): Promise<boolean> {
  const containers = await projectContainers(tools.docker, tools.project.name)
  if (!containers.some((c) => c.service === old.main && isUp(c.state))) return false
  return (await askFront(tools, { front: frontOf(old) }))?.front === frontOf(old)
}

async function askFront({ docker, project }: Tools, wish: Wish): Promise<Front | null> {
  const found = await findForwarder(docker, project.name)
  return found?.running ? askForwarder(docker.getContainer(found.id), wish, never()) : null
}

function never(): AbortSignal {
  return new AbortController().signal
}
