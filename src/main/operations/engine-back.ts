import { sleep } from '../sleep'
import type { Tools } from './tools'

const ENGINE_SECONDS = 15
const LOOK_EVERY_MS = 100
const PING_MS = 2000

/** Waits until Docker answers, which may have gone away in the middle and be on its way back; a while, not for ever. */
export async function engineBack({ hub, link }: Tools, signal: AbortSignal): Promise<void> {
  for (const until = performance.now() + ENGINE_SECONDS * 1000; performance.now() < until; await sleep(LOOK_EVERY_MS, signal)) {
    // The panel may not have noticed a loss yet.
    const answers = await link.ping(PING_MS, signal).then(
      () => true,
      () => false,
    )
    if (answers && hub.state().engine.kind === 'running') return
  }
}
