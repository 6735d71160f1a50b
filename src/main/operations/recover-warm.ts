import { isUp } from '../../core/health/app-state'
import { mayLeaveTwo } from '../../core/operation/half-done'
import { handOver, type HandOver } from '../../core/operation/hand-over'
import type { Operation } from '../../core/operation/operation'
import { frontOf } from '../../core/project/forwarder'
import { askForwarder } from '../forwarder/ask'
import { findForwarder } from '../forwarder/container'
import { sleep } from '../sleep'
import { clearAway } from './clear-away'
import { stopOld } from './stop-old'
import { variantIn, type Tools } from './tools'

const LOOK_EVERY_MS = 500
// So long the command of a panel that was killed, or a Docker that comes back, may still start something.
const SETTLED_MS = 20_000

/**
 * Looks whether two versions run after a switch without a pause that nobody brought to its end: the one that is not in front
 * goes. The new one is taken away again, the old one stopped and kept.
 */
export async function recoverWarm(tools: Tools, signal: AbortSignal): Promise<void> {
  while (tools.hub.state().operation !== null && !signal.aborted) await sleep(LOOK_EVERY_MS, signal)
  const [last] = tools.hub.state().history
  const change = unfinished(tools, last)
  if (!last || !change) return
  for (const until = performance.now() + SETTLED_MS; performance.now() < until; await sleep(LOOK_EVERY_MS, signal)) {
    const { operation, history } = tools.hub.state()
    if (signal.aborted || operation !== null || history[0]?.id !== last.id) return
    if (await bothRun(tools, change)) return leaveOne(tools, change, signal)
  }
}

function unfinished({ project }: Tools, last: Operation | undefined): HandOver | null {
  const left = mayLeaveTwo(last)
  const [old, next] = [left && variantIn(project, left.from), left && variantIn(project, left.to)]
  return old && next ? handOver(old, next) : null
}

async function bothRun({ app }: Tools, { old, next }: HandOver): Promise<boolean> {
  const [before, after] = [await app.containerOf(old), await app.containerOf(next)]
  return before !== null && after !== null && isUp(before.state) && isUp(after.state)
}

async function leaveOne(tools: Tools, change: HandOver, signal: AbortSignal): Promise<void> {
  const found = await findForwarder(tools.docker, tools.project.name)
  const answer = found?.running ? await askForwarder(tools.docker.getContainer(found.id), {}, signal) : null
  if (answer?.front !== frontOf(change.next)) {
    await clearAway(tools, change.starts)
    return tools.app.refresh()
  }
  const stopped = await stopOld(tools, change)
  if (stopped.kind === 'failed') tools.hub.say({ type: 'notice', problem: stopped.problem })
}
