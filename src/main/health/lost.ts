import type { Gone } from '../../core/health/app-state'
import { runningVariant } from '../../core/panel/chosen-variant'
import type { Hub } from '../hub'

/** Remembers what ran when Docker went away, until it runs again or something else is begun: a killed Docker does not bring it back. */
export function rememberLost(hub: Hub): () => Gone | null {
  let lost: Gone | null = null
  hub.listen(({ change }) => {
    const variant = runningVariant(hub.state())
    if (change.type === 'engine' && change.engine.kind === 'lost' && variant !== null) lost = { variant, at: change.engine.since }
    if (change.type === 'operation-began' || (change.type === 'app' && hub.state().engine.kind === 'running' && variant !== null)) lost = null
  })
  return () => lost
}
