import { stop as stopVerb } from '../../core/compose/stop'
import type { Outcome } from '../../core/operation/operation'
import type { Variant } from '../../core/project/project'
import { runVerb } from './run-verb'
import { start } from './start'
import { selectionOf, type Telling, type Tools } from './tools'

/** Stops a version and starts it again. */
export async function* restart(tools: Tools, variant: Variant, signal: AbortSignal): AsyncGenerator<Telling, Outcome> {
  yield { stage: 'stop-old' }
  const stopped = await runVerb(stopVerb(tools.place, selectionOf(variant)), signal)
  if (stopped.kind !== 'succeeded') return stopped
  await tools.app.refresh()
  return yield* start(tools, variant, signal)
}
