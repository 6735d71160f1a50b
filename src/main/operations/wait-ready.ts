import { isUp as isRunning } from '../../core/health/app-state'
import { explain } from '../../core/failure/explain'
import type { AppState } from '../../core/health/health'
import type { Outcome } from '../../core/operation/operation'
import { patience } from '../../core/operation/patience'
import type { Variant } from '../../core/project/project'
import { lastLines } from '../engine/logs'
import { sleep } from '../sleep'
import type { Tools } from './tools'

const LOOK_EVERY_MS = 50
const STOPPED_FOR_MS = 1500
const ENDED_TIMES = 2
const ENGINE_AWAY_MS = 10_000
const EVIDENCE_LINES = 40

/** Waits until the service itself says that it is ready and on which device; ends early when it stops itself, late after three times the usual. */
export async function waitReady(tools: Tools, variant: Variant, signal: AbortSignal): Promise<Outcome> {
  const seconds = mostSeconds(tools, variant)
  const began = performance.now()
  let lookedAt = began
  let [stoppedFor, awayFor] = [0, 0]
  for (;;) {
    if (signal.aborted) return { kind: 'cancelled' }
    const { app, engine, service } = tools.hub.state()
    if (isUp(app, variant)) {
      if (service === null) await tools.app.readStatus()
      return { kind: 'succeeded' }
    }
    const now = performance.now()
    stoppedFor = app.kind === 'stopped' ? stoppedFor + now - lookedAt : 0
    awayFor = engine.kind === 'running' ? 0 : awayFor + now - lookedAt
    lookedAt = now
    if (awayFor > ENGINE_AWAY_MS) return { kind: 'failed', problem: explain({ kind: 'engine-lost' }, []) }
    if (app.kind === 'crash-loop' || endsAgainAndAgain(tools, variant) || stoppedFor > STOPPED_FOR_MS) return stoppedItself(tools, variant)
    if (now - began > seconds * 1000) return neverReady(tools, variant, { seconds, app })
    await sleep(LOOK_EVERY_MS, signal)
  }
}

/** How long a start of this version may take at most. */
export function mostSeconds({ hub }: Tools, { id }: Variant): number {
  const usual = hub.state().variants.find((v) => v.id === id)?.start
  return Math.min(patience(usual), Number(process.env['FACECRAFT_PANEL_PATIENCE'] ?? Infinity))
}

// Docker starts a service that ended once more, and more slowly each time: twice says enough. In a switch once does, for the
// version before is there to go back to and everybody waits.
function endsAgainAndAgain(tools: Tools, variant: Variant): boolean {
  const running = tools.app.running()
  const most = tools.hub.state().operation?.kind === 'switch' ? 1 : ENDED_TIMES
  return running?.service === variant.main && running.restarts >= most
}

function isUp(app: AppState, variant: Variant): boolean {
  return (app.kind === 'ready' || app.kind === 'wrong-device') && app.variant === variant.id
}

/** The outcome for a version that ended by itself, with its last lines. */
export async function stoppedItself(tools: Tools, variant: Variant): Promise<Outcome> {
  const container = await tools.app.containerOf(variant)
  const { app } = tools.hub.state()
  // A container that Docker has started once more has no exit code of its own any more.
  const ending = 'again' in app ? app.again : 'ending' in app ? app.ending : undefined
  const failure = {
    kind: 'stopped-itself',
    code: ending?.kind === 'itself' ? ending.code : (container?.exitCode ?? 0),
    outOfMemory: container?.outOfMemory ?? false,
    // One that Docker is just starting once more has not ended again yet.
    restarts: Math.max(0, (container?.restarts ?? 0) - (container && isRunning(container.state) ? 1 : 0)),
  } as const
  return { kind: 'failed', problem: explain(failure, await lastWords(tools, container?.id)) }
}

async function neverReady(tools: Tools, variant: Variant, { seconds, app }: { readonly seconds: number; readonly app: AppState }): Promise<Outcome> {
  const container = await tools.app.containerOf(variant)
  const reasons = app.kind === 'loading' ? app.reasons : []
  return { kind: 'failed', problem: explain({ kind: 'never-ready', seconds, reasons }, await lastWords(tools, container?.id)) }
}

/** The last lines of a container, as far as they can still be read. */
export async function lastWords(tools: Tools, id: string | undefined): Promise<readonly string[]> {
  return id ? lastLines(tools.docker, id, EVIDENCE_LINES).catch(() => []) : []
}
