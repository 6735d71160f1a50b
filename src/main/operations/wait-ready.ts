import { explain } from '../../core/failure/explain'
import type { AppState } from '../../core/health/health'
import type { Outcome } from '../../core/operation/operation'
import type { Variant } from '../../core/project/project'
import { lastLines } from '../engine/logs'
import { sleep } from '../sleep'
import type { Tools } from './tools'

const LEAST_PATIENCE_S = 120
const TIMES_USUAL = 3
const LOOK_EVERY_MS = 50
const STOPPED_FOR_MS = 1500
const ENDED_TIMES = 2
const EVIDENCE_LINES = 40

/** Waits until the service itself says that it is ready; ends early when it stops itself, late after three times the usual. */
export async function waitReady(tools: Tools, variant: Variant, signal: AbortSignal): Promise<Outcome> {
  const usual = tools.hub.state().variants.find((v) => v.id === variant.id)?.start.seconds ?? 0
  const patience = Math.max(LEAST_PATIENCE_S, usual * TIMES_USUAL)
  const began = Date.now()
  let stoppedSince: number | null = null
  for (;;) {
    if (signal.aborted) return { kind: 'cancelled' }
    const app = tools.hub.state().app
    if (isUp(app, variant)) return { kind: 'succeeded' }
    stoppedSince = app.kind === 'stopped' ? (stoppedSince ?? Date.now()) : null
    if (app.kind === 'crash-loop' || endsAgainAndAgain(tools, variant) || (stoppedSince !== null && Date.now() - stoppedSince > STOPPED_FOR_MS))
      return stoppedItself(tools, variant)
    if (Date.now() - began > patience * 1000) return neverReady(tools, variant, { seconds: patience, app })
    await sleep(LOOK_EVERY_MS, signal)
  }
}

// Docker starts a service that ended once more, and more slowly each time: twice says enough.
function endsAgainAndAgain(tools: Tools, variant: Variant): boolean {
  const running = tools.app.running()
  return running?.service === variant.main && running.restarts >= ENDED_TIMES
}

function isUp(app: AppState, variant: Variant): boolean {
  return (app.kind === 'ready' || app.kind === 'wrong-device') && app.variant === variant.id
}

async function stoppedItself(tools: Tools, variant: Variant): Promise<Outcome> {
  const container = await tools.app.containerOf(variant)
  const failure = {
    kind: 'stopped-itself',
    code: container?.exitCode ?? 0,
    outOfMemory: container?.outOfMemory ?? false,
    restarts: container?.restarts ?? 0,
  } as const
  return { kind: 'failed', problem: explain(failure, await evidence(tools, container?.id)) }
}

async function neverReady(tools: Tools, variant: Variant, { seconds, app }: { readonly seconds: number; readonly app: AppState }): Promise<Outcome> {
  const container = await tools.app.containerOf(variant)
  const reasons = app.kind === 'loading' ? app.reasons : []
  return { kind: 'failed', problem: explain({ kind: 'never-ready', seconds, reasons }, await evidence(tools, container?.id)) }
}

async function evidence(tools: Tools, id: string | undefined): Promise<readonly string[]> {
  return id ? lastLines(tools.docker, id, EVIDENCE_LINES).catch(() => []) : []
}
