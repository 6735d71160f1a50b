import { explain } from '../../core/failure/explain'
import { handOver } from '../../core/operation/hand-over'
import type { Outcome } from '../../core/operation/operation'
import type { Variant } from '../../core/project/project'
import { stopOld } from './stop-old'
import { variantIn, type Telling, type Tools } from './tools'

/** Stops a version that runs beside another one, and leaves that one and the forwarder as they are. */
export async function* stopVersion(
  tools: Tools,
  { variant, beside }: { readonly variant: Variant; readonly beside: string },
): AsyncGenerator<Telling, Outcome> {
  yield { stage: 'stop-old' }
  const other = variantIn(tools.project, beside)
  if (!other) return { kind: 'failed', problem: explain({ kind: 'no-such-version', wanted: beside, known: tools.project.variants.map((v) => v.id) }, []) }
  return stopOld(tools, handOver(variant, other))
}
