import { explain } from '../../core/failure/explain'
import type { Problem } from '../../core/failure/failure'
import type { HandOver } from '../../core/operation/hand-over'
import type { Outcome } from '../../core/operation/operation'
import { abortedWith } from '../aborted-with'
import { projectContainers, startContainer, stopContainer } from '../engine/containers'
import { waitForPort } from '../engine/port'
import { removeForwarder } from '../forwarder/container'
import { putInFront } from '../forwarder/front'
import { startServices } from './start-services'
import { stayUp } from './stay-up'
import type { Telling, Tools } from './tools'
import { troubleOf } from './trouble'
import { waitReady } from './wait-ready'

const PORT_SECONDS = 3

/** Stops the old version and starts the new one in its place, until the new one is ready and stays so for a moment. */
export async function* takeOver(tools: Tools, change: HandOver, signal: AbortSignal): AsyncGenerator<Telling, Outcome> {
  let stopping: Promise<unknown> = Promise.resolve()
  try {
    yield { stage: 'stop-old' }
    const containers = await projectContainers(tools.docker, tools.project.name)
    const idsOf = (services: readonly string[]): readonly string[] => containers.filter((c) => services.includes(c.service)).map((c) => c.id)
    stopping = Promise.all(idsOf(change.stops).map((id) => stopContainer(tools.docker, id)))
    stopping.catch(() => undefined)
    const cleared = removeForwarder(tools.docker, tools.project.name)
    cleared.catch(() => undefined)

    yield { stage: 'wait-port' }
    const inTheWay = await portProblem(tools, change, { stopping, signal })
    await cleared
    if (signal.aborted) return { kind: 'cancelled' }
    if (inTheWay) return { kind: 'failed', problem: inTheWay }

    yield { stage: 'start' }
    const refused = await startSoon(tools, change, { ids: idsOf(change.starts), stopping })
    const shut = refused ?? (await putInFront(tools, change.next))
    if (shut) return { kind: 'failed', problem: shut }
    await tools.app.refresh()

    yield { stage: 'wait-ready' }
    const ready = await waitReady(tools, change.next, signal)
    if (ready.kind !== 'succeeded') return ready
    yield { stage: 'confirm' }
    return await stayUp(tools, change.next, signal)
  } catch (error) {
    return { kind: 'failed', problem: troubleOf(error, 'switch') }
  } finally {
    // Who starts the old one again must not find it still stopping.
    await stopping.catch(() => undefined)
  }
}

interface Stopping {
  readonly stopping: Promise<unknown>
  readonly signal: AbortSignal
}

// Docker gives the port free a while before it says that the container has stopped: no need to wait for both.
async function portProblem(tools: Tools, { old, next }: HandOver, { stopping, signal }: Stopping): Promise<Problem | null> {
  const { port } = next
  if (!port || tools.link.host !== '127.0.0.1' || old.port?.port !== port.port) {
    await stopping
    return null
  }
  const seen = abortedWith(signal)
  const free = waitForPort(port, Infinity, seen.signal)
  await Promise.race([free, stopping]).finally(() => seen.abort())
  if (await free) return null
  await stopping
  return (await waitForPort(port, PORT_SECONDS, signal)) ? null : explain({ kind: 'port-taken', port: port.port, owner: null }, [])
}

// Docker itself never gives one port to two containers: what it refuses too early it allows once the old one has stopped.
async function startSoon(
  tools: Tools,
  { next, stops, starts }: HandOver,
  { ids, stopping }: { readonly ids: readonly string[]; readonly stopping: Promise<unknown> },
): Promise<Problem | null> {
  const [id] = ids
  if (id === undefined || ids.length > 1 || stops.length > 1) {
    await stopping
    return startServices(tools, next, starts)
  }
  const refused = await startContainer(tools.docker, id)
  await stopping
  return refused?.failure.kind === 'port-taken' ? startContainer(tools.docker, id) : refused
}
