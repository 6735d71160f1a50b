import { isCancelled, type BuildkitRecord, type Vertex, type VertexLog } from '../records/buildkit'
import type { Build, BuildStep } from './build'
import { withTransfers } from './build-steps-transfers'
import { plainStep } from './step-names'

/** A build of which nothing is known yet. */
export function emptyBuild(id: string, variant: string, startedAt: number): Build {
  return { id, variant, startedAt, endedAt: null, outcome: null, steps: [], logBytes: 0 }
}

/** The build after one more record, with the steps that it changed; `now` is this computer's clock. */
export function applyRecord(build: Build, record: BuildkitRecord, now: number): { readonly build: Build; readonly changed: readonly BuildStep[] } {
  if (record.kind === 'other') return { build, changed: [] }
  if (record.vertexes.length === 0 && record.statuses.length === 0) return applyLogs(build, record.logs, now)
  const changed = new Map<string, BuildStep>()
  const known = new Map(build.steps.map((step) => [step.id, step]))
  const get = (id: string): BuildStep | undefined => changed.get(id) ?? known.get(id)
  for (const vertex of inWorkingOrder(record.vertexes)) changed.set(vertex.digest, withVertex(get(vertex.digest) ?? newStep(vertex), vertex))
  for (const [id, statuses] of byVertex(record.statuses)) {
    const step = get(id)
    if (step) changed.set(id, withTransfers(step, statuses))
  }
  for (const log of record.logs) {
    const step = get(log.vertex)
    if (step) changed.set(log.vertex, withOutput(step, log.data.length, now))
  }
  if (changed.size === 0) return { build, changed: [] }
  const steps = build.steps.map((step) => changed.get(step.id) ?? step)
  const added = [...changed.values()].filter((step) => !known.has(step.id))
  return { build: { ...build, steps: [...steps, ...added] }, changed: [...changed.values()] }
}

function applyLogs(build: Build, logs: readonly VertexLog[], now: number): { readonly build: Build; readonly changed: readonly BuildStep[] } {
  const written = new Map<string, number>()
  for (const log of logs) written.set(log.vertex, (written.get(log.vertex) ?? 0) + log.data.length)
  const spoke = stepsSpoke(build, written, now)
  return { build: spoke, changed: spoke === build ? [] : spoke.steps.filter((step) => written.has(step.id)) }
}

/** The build after these steps wrote something, each so much base64. */
export function stepsSpoke(build: Build, written: ReadonlyMap<string, number>, now: number): Build {
  if (!build.steps.some((step) => written.has(step.id))) return build
  const steps = build.steps.map((step) => {
    const more = written.get(step.id)
    return more === undefined ? step : withOutput(step, more, now)
  })
  return { ...build, steps }
}

function withOutput(step: BuildStep, more: number, now: number): BuildStep {
  return { ...step, lastOutputAt: now, written: (step.written ?? 0) + more }
}

/** The build at its end: what still ran was broken off, what still waited never began. */
export function endSteps(build: Build, endedAt: number): { readonly build: Build; readonly changed: readonly BuildStep[] } {
  const changed = build.steps.filter((step) => step.state === 'running').map((step): BuildStep => ({ ...step, state: 'cancelled', endedAt, sub: null }))
  const byId = new Map(changed.map((step) => [step.id, step]))
  return { build: { ...build, steps: build.steps.map((step) => byId.get(step.id) ?? step) }, changed }
}

// BuildKit names the target first; people read from what it builds on towards it, other stages before the one they go into.
function inWorkingOrder(vertexes: readonly Vertex[]): readonly Vertex[] {
  const waiting = new Map(vertexes.filter((v) => v.started === null).map((v) => [v.digest, v]))
  if (waiting.size < 2) return vertexes
  const ordered: Vertex[] = []
  const visit = (vertex: Vertex): void => {
    if (!waiting.delete(vertex.digest)) return
    for (const input of vertex.inputs.toReversed()) {
      const before = waiting.get(input)
      if (before) visit(before)
    }
    ordered.push(vertex)
  }
  for (const vertex of vertexes) visit(vertex)
  return [...ordered, ...vertexes.filter((v) => v.started !== null)]
}

function newStep(vertex: Vertex): BuildStep {
  const { phase, name, explanation } = plainStep(vertex.name)
  return {
    id: vertex.digest,
    phase,
    name,
    explanation,
    raw: vertex.name,
    state: 'waiting',
    startedAt: null,
    endedAt: null,
    bytes: null,
    sub: null,
    lastOutputAt: null,
    error: null,
    inputs: vertex.inputs,
  }
}

function withVertex(step: BuildStep, vertex: Vertex): BuildStep {
  const times = withGo(step, vertex)
  const state = stateOf(times, vertex)
  const inputs = vertex.inputs.length > 0 ? vertex.inputs : step.inputs
  return { ...step, ...times, state, inputs: inputs ?? [], error: vertex.error ?? step.error, sub: state === 'running' ? step.sub : null }
}

type Times = Pick<BuildStep, 'startedAt' | 'endedAt'>

// BuildKit reports one vertex in several goes (asking the cache, then the work) and counts only the time inside them.
function withGo(step: BuildStep, vertex: Vertex): Times {
  const { started, completed } = vertex
  if (started === null) return { startedAt: step.startedAt, endedAt: step.endedAt }
  if (step.startedAt === null) return { startedAt: started, endedAt: completed }
  if (step.endedAt === null) return { startedAt: step.startedAt, endedAt: completed }
  if (started < step.endedAt) return { startedAt: step.startedAt, endedAt: Math.max(step.endedAt, completed ?? 0) }
  return { startedAt: started - (step.endedAt - step.startedAt), endedAt: completed }
}

function stateOf(times: Times, vertex: Vertex): BuildStep['state'] {
  if (vertex.error) return isCancelled(vertex) ? 'cancelled' : 'failed'
  if (times.startedAt === null) return 'waiting'
  if (times.endedAt === null) return 'running'
  return vertex.cached ? 'reused' : 'done'
}

function byVertex<T extends { readonly vertex: string }>(items: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(item.vertex)
    if (group) group.push(item)
    else groups.set(item.vertex, [item])
  }
  return groups
}
