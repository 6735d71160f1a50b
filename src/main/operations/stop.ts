import { stop as stopVerb } from '../../core/compose/stop'
import { isUp } from '../../core/health/app-state'
import { toStop } from '../../core/operation/in-the-way'
import type { Outcome } from '../../core/operation/operation'
import { removeForwarder } from '../forwarder/container'
import { runVerb } from './run-verb'
import { selectionOf, type Telling, type Tools } from './tools'

/** Stops what runs by the names of its services, two versions too where a switch left them; containers, photos and settings stay. */
export async function* stop(tools: Tools, signal: AbortSignal): AsyncGenerator<Telling, Outcome> {
  yield { stage: 'stop-old' }
  await tools.app.refresh()
  const { app } = tools.hub.state()
  if (!('variant' in app) || app.variant === null) return { kind: 'succeeded' }
  const running = tools.app.containers().filter((c) => isUp(c.state))
  const variants = toStop(
    tools.project,
    running.map((c) => c.service),
    app.variant,
  )
  const outcomes: Outcome[] = []
  for (const variant of variants) outcomes.push(await runVerb(stopVerb(tools.place, selectionOf(variant)), signal))
  await removeForwarder(tools.docker, tools.project.name)
  await tools.app.refresh()
  return outcomes.find(({ kind }) => kind !== 'succeeded') ?? { kind: 'succeeded' }
}
