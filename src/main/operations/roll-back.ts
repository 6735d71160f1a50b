import { up } from '../../core/compose/up'
import { explain } from '../../core/failure/explain'
import type { Problem } from '../../core/failure/failure'
import type { HandOver } from '../../core/operation/hand-over'
import type { Outcome } from '../../core/operation/operation'
import { removeForwarder } from '../forwarder/container'
import { putInFront } from '../forwarder/front'
import { sleep } from '../sleep'
import { clearAway } from './clear-away'
import { engineBack } from './engine-back'
import { runVerb } from './run-verb'
import { startServices } from './start-services'
import { selectionOf, type Tools } from './tools'
import { troubleOf } from './trouble'
import { waitReady } from './wait-ready'

const PORT_SECONDS = 3
const LOOK_EVERY_MS = 100

/** A switch that did not get through: what was changed, when the old version was stopped, and what broke it. */
export interface Broken extends HandOver {
  readonly began: number
  readonly broken: Exclude<Outcome, { kind: 'succeeded' }>
}

/** Takes the new version away and starts the old one again, to the end: a second cancel does not stop it half way. */
export async function rollBack(tools: Tools, change: Broken): Promise<Outcome> {
  const never = new AbortController().signal
  try {
    await engineBack(tools, never)
    await Promise.all([clearAway(tools, change.starts), removeForwarder(tools.docker, tools.project.name)])
    const refused = (await startOld(tools, change, never)) ?? (await putInFront(tools, change.old))
    if (refused) return failed(change, refused)
    await tools.app.refresh()
    const back = await waitReady(tools, change.old, never)
    return back.kind === 'failed' ? failed(change, back.problem) : rolledBack(change)
  } catch (error) {
    return failed(change, troubleOf(error, 'switch'))
  }
}

// Whoever took its port may give it back in a moment; whatever else its container lacks, a new one may have.
async function startOld(tools: Tools, { old, stops }: HandOver, signal: AbortSignal): Promise<Problem | null> {
  let refused = await startServices(tools, old, stops)
  for (const until = performance.now() + PORT_SECONDS * 1000; refused?.failure.kind === 'port-taken' && performance.now() < until;) {
    await sleep(LOOK_EVERY_MS, signal)
    refused = await startServices(tools, old, stops)
  }
  if (!refused || refused.failure.kind === 'port-taken') return refused
  const anew = await runVerb(up(tools.place, selectionOf(old)), signal)
  return anew.kind === 'failed' ? anew.problem : null
}

function rolledBack({ broken, old, began }: Broken): Outcome {
  const back = { awaySeconds: Math.max(1, Math.round((performance.now() - began) / 1000)), backOn: old.id }
  if (broken.kind !== 'failed') return { kind: 'cancelled', problem: explain({ kind: 'switch-cancelled', ...back }, []) }
  const { title, why, evidence } = broken.problem
  return { kind: 'failed', problem: explain({ kind: 'switch-rolled-back', ...back, cause: title }, [why, ...evidence]) }
}

function failed({ broken, old }: Broken, back: Problem): Outcome {
  // Without Docker nothing can be said yet about either version; when it is back, the half-done switch is looked at again.
  if (back.failure.kind === 'engine-lost' || back.failure.kind === 'engine-silent') return { kind: 'failed', problem: back }
  const cause = broken.kind === 'failed' ? broken.problem : null
  const failure = { kind: 'roll-back-failed', cause: cause?.title ?? 'The switch was cancelled', back: back.title, backOn: old.id } as const
  return { kind: 'failed', problem: explain(failure, [...(cause ? [cause.why, ...cause.evidence] : []), back.why, ...back.evidence]) }
}
