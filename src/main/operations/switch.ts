import { create } from '../../core/compose/up'
import { explain } from '../../core/failure/explain'
import type { Outcome } from '../../core/operation/operation'
import type { Variant } from '../../core/project/project'
import { removeContainer, startContainer, stopContainer } from '../engine/containers'
import { inspectImage } from '../engine/images'
import { waitForPort } from '../engine/port'
import { buildImages } from './build-images'
import { preflight } from './preflight'
import { runVerb } from './run-verb'
import { start } from './start'
import { selectionOf, type Telling, type Tools } from './tools'
import { waitReady } from './wait-ready'

const PORT_SECONDS = 15

/**
 * Switches to another version. The old one keeps running while the new one is built and its container made;
 * if the new one does not become ready, its container is removed and the old one is started again.
 */
export async function* switchTo(tools: Tools, next: Variant, signal: AbortSignal): AsyncGenerator<Telling, Outcome> {
  yield { stage: 'check' }
  const running = tools.app.running()
  const old = tools.project.variants.find((v) => v.main === running?.service)
  if (!running || !old || old.id === next.id) return yield* start(tools, next, signal)
  const problem = await preflight(tools, next)
  if (problem) return { kind: 'failed', problem }

  if ((await inspectImage(tools.docker, next.image)) === null) {
    const built = yield* buildImages(tools, next, signal)
    if (built.kind !== 'succeeded') return built
  }

  yield { stage: 'create' }
  const created = await runVerb(create(tools.place, selectionOf(next)), signal)
  if (created.kind !== 'succeeded') return created
  const fresh = await tools.app.containerOf(next)
  if (!fresh) return { kind: 'failed', problem: explain({ kind: 'unknown', command: 'docker compose create', code: 0 }, ['no container was made']) }

  yield { stage: 'stop-old' }
  const awaySince = Date.now()
  await stopContainer(tools.docker, running.id)
  const outcome = yield* handOver(tools, { next, id: fresh.id }, signal)
  if (outcome.kind === 'succeeded') return outcome

  yield { stage: 'roll-back' }
  await removeContainer(tools.docker, fresh.id)
  await startContainer(tools.docker, running.id)
  await tools.app.refresh()
  const back = await waitReady(tools, old, new AbortController().signal)
  if (back.kind !== 'succeeded') return back
  return rolledBack(outcome, { old, awaySeconds: Math.round((Date.now() - awaySince) / 1000) })
}

async function* handOver(tools: Tools, { next, id }: { readonly next: Variant; readonly id: string }, signal: AbortSignal): AsyncGenerator<Telling, Outcome> {
  yield { stage: 'wait-port' }
  if (next.port && tools.link.host === '127.0.0.1' && !(await waitForPort(next.port, PORT_SECONDS, signal))) {
    if (signal.aborted) return { kind: 'cancelled' }
    return { kind: 'failed', problem: explain({ kind: 'port-taken', port: next.port.port, owner: null }, []) }
  }
  yield { stage: 'start' }
  const refused = await startContainer(tools.docker, id)
  if (refused) return { kind: 'failed', problem: refused }
  await tools.app.refresh()
  yield { stage: 'wait-ready' }
  return waitReady(tools, next, signal)
}

function rolledBack(outcome: Outcome, { old, awaySeconds }: { readonly old: Variant; readonly awaySeconds: number }): Outcome {
  if (outcome.kind !== 'failed') return outcome
  const failure = { kind: 'switch-rolled-back', awaySeconds, cause: outcome.problem.title, backOn: old.id } as const
  return { kind: 'failed', problem: explain(failure, [outcome.problem.why, ...outcome.problem.evidence]) }
}
