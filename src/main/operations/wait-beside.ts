import { explain } from '../../core/failure/explain'
import type { Outcome } from '../../core/operation/operation'
import { frontOf } from '../../core/project/forwarder'
import type { Variant } from '../../core/project/project'
import { readyBehind } from '../forwarder/ask'
import { findForwarder } from '../forwarder/container'
import { sleep } from '../sleep'
import type { Tools } from './tools'
import { lastWords, mostSeconds, stoppedItself } from './wait-ready'

const ASK_SECONDS = 2
const WATCHED_MS = 2000
const LOOK_EVERY_MS = 100
const ENDED_TIMES = 2

/** Waits until a version that runs beside the one in front calls itself ready and stays up for a moment; it is asked through the forwarder. */
export async function waitBeside(tools: Tools, variant: Variant, signal: AbortSignal): Promise<Outcome> {
  const seconds = mostSeconds(tools, variant)
  const began = performance.now()
  for (;;) {
    const forwarder = await findForwarder(tools.docker, tools.project.name)
    if (!forwarder?.running) return { kind: 'failed', problem: explain({ kind: 'hand-over-refused' }, ['the forwarder does not run']) }
    const asked = readyBehind(tools.docker.getContainer(forwarder.id), { at: frontOf(variant), seconds: ASK_SECONDS }, signal)
    const said = await asked.catch(() => null)
    if (signal.aborted) return { kind: 'cancelled' }
    if (await hasEnded(tools, variant)) return stoppedItself(tools, variant)
    if (said?.ready) return staysUp(tools, variant, signal)
    if (performance.now() - began > seconds * 1000) {
      const container = await tools.app.containerOf(variant)
      return { kind: 'failed', problem: explain({ kind: 'never-ready', seconds, reasons: said?.reasons ?? [] }, await lastWords(tools, container?.id)) }
    }
    // Nothing could be asked: perhaps Docker is busy.
    if (said === null) await sleep(LOOK_EVERY_MS, signal)
  }
}

async function hasEnded(tools: Tools, variant: Variant): Promise<boolean> {
  const container = await tools.app.containerOf(variant)
  return container === null || container.state === 'exited' || container.state === 'dead' || container.restarts >= ENDED_TIMES
}

// One that ends right after its first word was never good.
async function staysUp(tools: Tools, variant: Variant, signal: AbortSignal): Promise<Outcome> {
  const first = await tools.app.containerOf(variant)
  await sleep(WATCHED_MS, signal)
  if (signal.aborted) return { kind: 'cancelled' }
  const now = await tools.app.containerOf(variant)
  return now?.state === 'running' && now.startedAt === first?.startedAt ? { kind: 'succeeded' } : stoppedItself(tools, variant)
}
