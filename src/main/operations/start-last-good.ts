import { stop as stopVerb } from '../../core/compose/stop'
import { explain } from '../../core/failure/explain'
import type { Outcome } from '../../core/operation/operation'
import type { Variant } from '../../core/project/project'
import { inspectImage, nameImage } from '../engine/images'
import { goodPackage } from '../health/good-packages'
import { runVerb } from './run-verb'
import { start } from './start'
import { selectionOf, type Telling, type Tools } from './tools'

/**
 * Gives the version's name back to the last package that became ready here, and starts that. Nothing is removed: the
 * package that does not work stays without a name until it is cleared away, and the next build takes the name again.
 */
export async function* startLastGood(tools: Tools, variant: Variant, signal: AbortSignal): AsyncGenerator<Telling, Outcome> {
  const good = goodPackage(variant.id)
  const image = good && (await inspectImage(tools.docker, good.digest))
  if (!image) return { kind: 'failed', problem: explain({ kind: 'not-built', image: variant.image }, []) }
  yield { stage: 'stop-old' }
  const stopped = await runVerb(stopVerb(tools.place, selectionOf(variant)), signal)
  if (stopped.kind !== 'succeeded') return stopped
  await nameImage(tools.docker, image.digest, variant.image)
  await tools.refreshVariants()
  await tools.app.refresh()
  return yield* start(tools, variant, signal)
}
