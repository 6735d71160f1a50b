import { explain } from '../../core/failure/explain'
import type { Outcome } from '../../core/operation/operation'
import type { Address } from '../../core/project/address'
import type { Variant } from '../../core/project/project'
import type { Accepted } from '../../shared/contract'
import { putInFront } from '../forwarder/front'
import type { Panel } from '../panel'
import { restart } from './restart'
import { variantIn, type Recipe, type Telling, type Tools } from './tools'
import { waitReady } from './wait-ready'

/** Keeps the wished address, reads the project with it, and lets a running app answer there. */
export async function moveAddress(panel: Panel, wish: { readonly [K in keyof Address]?: Address[K] | undefined }): Promise<Accepted> {
  const { operation, settings } = panel.hub.state()
  // It could not be carried out, and what is said of the address would be wrong from then on.
  if (operation) return { kind: 'refused', problem: explain({ kind: 'busy', running: operation.kind }, []) }
  const { address } = settings
  const moved = { port: wish.port === undefined ? address.port : wish.port, who: wish.who === undefined ? address.who : wish.who }
  panel.settings.change({ address: moved })
  await panel.reopen()
  const { app, project, side } = panel.hub.state()
  const running = 'since' in app && project.kind === 'usable' ? variantIn(project.project, app.variant) : undefined
  if (!running) return { kind: 'accepted', id: 'address' }
  const move = side.way === 'forwarder' ? moveFront : restart
  const recipe: Recipe = (tools, signal) => move(tools, running, signal)
  return panel.operations.begin({ kind: 'start', variant: running.id, recipe })
}

// The version behind the forwarder has no address of its own: it goes on, and only the forwarder is made anew.
async function* moveFront(tools: Tools, variant: Variant, signal: AbortSignal): AsyncGenerator<Telling, Outcome> {
  yield { stage: 'start' }
  const refused = await putInFront(tools, variant)
  await tools.app.refresh()
  if (refused) return { kind: 'failed', problem: refused }
  yield { stage: 'wait-ready' }
  return waitReady(tools, variant, signal)
}
