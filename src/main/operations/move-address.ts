import type { Address } from '../../core/project/address'
import type { Variant } from '../../core/project/project'
import type { Accepted } from '../../shared/contract'
import type { Panel } from '../panel'
import { variantIn } from './tools'

/** Keeps the wished address, reads the project with it, and starts a running app again so that it answers there. */
export async function moveAddress(
  panel: Panel,
  wish: { readonly [K in keyof Address]?: Address[K] | undefined },
  again: (variant: Variant) => Accepted,
): Promise<Accepted> {
  const { address } = panel.hub.state().settings
  const moved = { port: wish.port === undefined ? address.port : wish.port, who: wish.who === undefined ? address.who : wish.who }
  panel.settings.change({ address: moved })
  await panel.reopen()
  const { app, project } = panel.hub.state()
  const running = 'since' in app && project.kind === 'usable' ? variantIn(project.project, app.variant) : undefined
  return running ? again(running) : { kind: 'accepted', id: 'address' }
}
