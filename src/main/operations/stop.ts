import { stop as stopVerb } from '../../core/compose/stop'
import type { Outcome } from '../../core/operation/operation'
import { removeForwarder } from '../forwarder/container'
import { runVerb } from './run-verb'
import { selectionOf, variantIn, type Telling, type Tools } from './tools'

/** Stops the running version by the names of its services; its container, photos and settings stay. */
export async function* stop(tools: Tools, signal: AbortSignal): AsyncGenerator<Telling, Outcome> {
  yield { stage: 'stop-old' }
  await tools.app.refresh()
  const { app } = tools.hub.state()
  const variant = 'variant' in app && app.variant !== null ? variantIn(tools.project, app.variant) : undefined
  if (!variant) return { kind: 'succeeded' }
  const outcome = await runVerb(stopVerb(tools.place, selectionOf(variant)), signal)
  await removeForwarder(tools.docker, tools.project.name)
  await tools.app.refresh()
  return outcome
}
