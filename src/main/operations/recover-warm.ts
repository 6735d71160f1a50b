import { stop } from '../../core/compose/stop'
import { handOver } from '../../core/operation/hand-over'
import { isUp } from '../../core/health/app-state'
import { frontOf } from '../../core/project/forwarder'
import { askForwarder } from '../forwarder/ask'
import { findForwarder } from '../forwarder/container'
import { clearAway } from './clear-away'
import { runVerb } from './run-verb'
import { selectionOf, variantIn, type Tools } from './tools'

/**
 * Looks whether two versions still run after a switch without a pause that nobody brought to its end: the one that is not in
 * front goes. The new one is taken away again, the old one stopped and kept.
 */
export async function recoverWarm(tools: Tools, signal: AbortSignal): Promise<void> {
  const { history, operation } = tools.hub.state()
  const [last] = history
  if (operation !== null || last?.kind !== 'switch' || last.from === undefined || last.outcome?.kind === 'succeeded') return
  const [old, next] = [variantIn(tools.project, last.from), variantIn(tools.project, last.variant)]
  if (!old || !next || old.id === next.id) return
  const [before, after] = [await tools.app.containerOf(old), await tools.app.containerOf(next)]
  if (!before || !after || !isUp(before.state) || !isUp(after.state)) return
  const { stops, starts } = handOver(old, next)
  if ((await inFront(tools, signal)) === frontOf(next)) await runVerb(stop(tools.place, { ...selectionOf(old), services: stops }), signal)
  else await clearAway(tools, starts)
  await tools.app.refresh()
}

async function inFront({ docker, project }: Tools, signal: AbortSignal): Promise<string | null> {
  const found = await findForwarder(docker, project.name)
  if (!found?.running) return null
  return (await askForwarder(docker.getContainer(found.id), {}, signal))?.front ?? null
}
