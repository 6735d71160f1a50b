import { freemem } from 'node:os'
import { isUp } from '../../core/health/app-state'
import type { PanelState, Side } from '../../core/panel/panel'
import { steadyMemory } from '../../core/panel/steady-memory'
import { FORWARDER } from '../../core/project/forwarder'
import type { ContainerFacts } from '../engine/containers'

/**
 * The containers with the one first that answers: of two versions that run, the one that was put in front, or that has run
 * longer. One without a port of its own answers where the forwarder does.
 */
export function asReached(containers: readonly ContainerFacts[], front: string | null): readonly ContainerFacts[] {
  const published = forwarderOf(containers)?.published ?? null
  const first = (c: ContainerFacts): number => (isUp(c.state) ? (c.service === front ? -1 : (c.startedAt ?? 0)) : Infinity)
  return [...containers].sort((a, b) => first(a) - first(b) || 0).map((c) => (c.publishes || !isUp(c.state) ? c : { ...c, published }))
}

/** Whether a version that runs lost the forwarder that held its port. */
export function isCutOff(running: ContainerFacts | null, containers: readonly ContainerFacts[]): boolean {
  return running?.state === 'running' && !running.publishes && !forwarderOf(containers)
}

/** What another version beside the running one depends on; memory only where somebody wants both at once. */
export function sideOf({ engine, settings, side }: PanelState, running: ContainerFacts | null, containers: readonly ContainerFacts[]): Side {
  // Only where Docker stores its things on this computer does it also use this computer's memory.
  const here = settings.withoutPause && engine.kind === 'running' && engine.freeBytes !== null
  return {
    way: running === null ? null : running.publishes ? 'own port' : forwarderOf(containers) ? 'forwarder' : null,
    freeMemory: here ? steadyMemory(side.freeMemory, freemem()) : null,
  }
}

function forwarderOf(containers: readonly ContainerFacts[]): ContainerFacts | undefined {
  return containers.find((c) => c.service === FORWARDER && c.state === 'running')
}
