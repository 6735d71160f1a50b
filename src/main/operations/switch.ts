import { create } from '../../core/compose/up'
import { handOver, type HandOver } from '../../core/operation/hand-over'
import type { Outcome } from '../../core/operation/operation'
import type { Variant } from '../../core/project/project'
import { placeFor } from '../forwarder/front'
import { inspectImage } from '../engine/images'
import { buildImages } from './build-images'
import { clearAway } from './clear-away'
import { preflight } from './preflight'
import { rollBack } from './roll-back'
import { runVerb } from './run-verb'
import { start } from './start'
import { goesWarm, switchWarm } from './switch-warm'
import { takeOver } from './take-over'
import { selectionOf, type Telling, type Tools } from './tools'

/**
 * Switches to another version as a transaction. The old one keeps running while the new one is built and its container made;
 * whatever goes wrong after that, the new one is taken away and the old one started again.
 */
export async function* switchTo(tools: Tools, next: Variant, signal: AbortSignal): AsyncGenerator<Telling, Outcome> {
  yield { stage: 'check' }
  const main = tools.app.running()?.service
  const old = tools.project.variants.find((v) => v.main === main)
  if (!old || old.id === next.id) return yield* start(tools, next, signal)
  const change = handOver(old, next)
  const ready = yield* makeReady(tools, change, signal)
  if (ready.kind !== 'succeeded') return ready
  if (goesWarm(tools, change)) return yield* switchWarm(tools, change, signal)
  const made = yield* make(tools, change, signal)
  if (made.kind !== 'succeeded') return made

  const began = performance.now()
  const taken = yield* takeOver(tools, change, signal)
  if (taken.kind === 'succeeded') return taken
  yield { stage: 'roll-back' }
  return rollBack(tools, { ...change, began, broken: taken })
}

// All that can be done, and can fail, before the old version is touched.
async function* makeReady(tools: Tools, { next }: HandOver, signal: AbortSignal): AsyncGenerator<Telling, Outcome> {
  const problem = await preflight(tools, next)
  if (problem) return { kind: 'failed', problem }
  if ((await inspectImage(tools.docker, next.image)) === null) {
    const built = yield* buildImages(tools, next, signal)
    if (built.kind !== 'succeeded') return built
  }
  return { kind: 'succeeded' }
}

async function* make(tools: Tools, { next, starts }: HandOver, signal: AbortSignal): AsyncGenerator<Telling, Outcome> {
  yield { stage: 'create' }
  const created = await runVerb(create(await placeFor(tools, next), { ...selectionOf(next), services: starts }), signal)
  if (created.kind !== 'succeeded') await clearAway(tools, starts)
  return created
}
