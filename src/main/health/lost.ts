import { join } from 'node:path'
import { z } from 'zod'
import type { Gone } from '../../core/health/app-state'
import { runningVariant } from '../../core/panel/chosen-variant'
import { jsonFile } from '../files/json-file'
import { panelFolder } from '../files/panel-folder'
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

const kept = z.object({ variant: z.string(), at: z.number() }).nullable()

/** Remembers across starts of the panel what ran when it was last open, until it runs again or somebody says why it does not. */
export function rememberClosed(hub: Hub): () => Gone | null {
  const file = jsonFile<Gone | null>(join(panelFolder(), 'was-running.json'), kept, null)
  let known = file.read()
  let closed = known
  const keep = (next: Gone | null): void => {
    closed = null
    if (next?.variant === known?.variant) return
    known = next
    file.remember(next)
  }
  hub.listen(({ change }) => {
    if (change.type === 'operation-began') closed = null
    if (change.type !== 'app') return
    const variant = runningVariant(hub.state())
    if (variant !== null) keep({ variant, at: Date.now() })
    // An end that nobody saw is still to be told by the next panel.
    else if (change.app.kind === 'stopped' && !['with-docker', 'unwatched'].includes(change.app.ending?.kind ?? '')) keep(null)
  })
  return () => closed
}
