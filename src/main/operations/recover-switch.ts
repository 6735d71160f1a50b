import { explain } from '../../core/failure/explain'
import { halfDoneSwitch, settlesWithin, type HalfDone } from '../../core/operation/half-done'
import type { Variant } from '../../core/project/project'
import { removeContainer } from '../engine/containers'
import { sleep } from '../sleep'
import { variantIn, type Tools } from './tools'
import { waitReady } from './wait-ready'

const LOOK_EVERY_MS = 250
const NOBODY_FOR_MS = 1500

/**
 * Looks at what is left of a switch that nobody brought to its end, for as long as Docker may still be busy with it: a new version
 * that only was made is taken away again; when neither version gets ready, it is said, with both ways out.
 */
export async function recoverSwitch(tools: Tools, signal: AbortSignal): Promise<void> {
  while (tools.hub.state().operation !== null && !signal.aborted) await sleep(LOOK_EVERY_MS, signal)
  const left = halfDoneSwitch(tools.hub.state().history[0])
  const [old, next] = [left && variantIn(tools.project, left.from), left && variantIn(tools.project, left.to)]
  if (!left || !old || !next) return
  const ends = await whatRuns(tools, { old, next, left }, signal)
  const ready = ends === null ? null : await waitReady(tools, ends, signal)
  if (signal.aborted || tools.hub.state().operation !== null || ready?.kind === 'succeeded') return
  tools.hub.say({ type: 'notice', problem: explain({ kind: 'switch-interrupted', from: old.id, to: next.id, by: left.by }, []) })
}

interface Left {
  readonly old: Variant
  readonly next: Variant
  readonly left: HalfDone
}

// The version that runs once nothing moves any more, or null.
async function whatRuns(tools: Tools, { old, next, left }: Left, signal: AbortSignal): Promise<Variant | null> {
  const until = performance.now() + settlesWithin(left.stage) * 1000
  let nobodySince: number | null = null
  let madeBefore = ''
  for (;;) {
    const made = await tools.app.containerOf(next)
    // Seen twice, it is not just being started.
    if (made?.state === 'created' && made.id === madeBefore) await removeContainer(tools.docker, made.id)
    madeBefore = made?.state === 'created' ? made.id : ''
    const running = tools.app.running()?.service
    if (running === next.main) return next
    nobodySince = running === undefined ? (nobodySince ?? performance.now()) : null
    if (nobodySince !== null && performance.now() - nobodySince > NOBODY_FOR_MS) return null
    if (signal.aborted || tools.hub.state().operation !== null || performance.now() > until) return running === old.main ? old : null
    await sleep(LOOK_EVERY_MS, signal)
  }
}
