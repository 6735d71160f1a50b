import type { Outcome } from '../../core/operation/operation'
import type { Variant } from '../../core/project/project'
import { sleep } from '../sleep'
import type { Tools } from './tools'
import { stoppedItself } from './wait-ready'

const WATCHED_MS = 2000
const LOOK_EVERY_MS = 50

/** Watches a version for a moment after it said that it is ready: one that ends right away was never good. */
export async function stayUp(tools: Tools, variant: Variant, signal: AbortSignal): Promise<Outcome> {
  const first = tools.app.running()
  for (const until = performance.now() + WATCHED_MS; performance.now() < until; await sleep(LOOK_EVERY_MS, signal)) {
    if (signal.aborted) return { kind: 'cancelled' }
    const now = tools.app.running()
    if (tools.hub.state().engine.kind !== 'running') continue
    if (now?.service !== variant.main || now.state === 'restarting' || now.startedAt !== first?.startedAt) return stoppedItself(tools, variant)
  }
  return { kind: 'succeeded' }
}
