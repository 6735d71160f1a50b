import type { BuildStep } from '../../../src/core/build/build'
import type { BuildRow, Provenance } from '../../../src/core/build/build-row'
import { NOW } from './parts'
import { download } from './problems'
import { brokenBuild, doneBuild } from './work-builds'

const MINUTE = 60_000
const made: Provenance = {
  commit: '3f9c2d71a04be8d65c0f1e2a7b8d9c4e5f6a7081',
  panel: '0.1.0',
  engine: '28.1.1',
  buildkit: 'v0.21.0',
  compose: '2.35.1',
  digest: 'sha256:4d2f00aa1b2c7e5f',
}

/** The builds on disk, of every ending. */
export const builds: readonly BuildRow[] = [
  row('work-done', 1, { result: { kind: 'succeeded' } }),
  row('work-broken', 20, { result: { kind: 'failed', title: download.title }, provenance: { ...made, digest: null } }),
  row('work-card-old', 400, { variant: 'gpu', result: { kind: 'succeeded' }, provenance: { ...made, digest: 'sha256:9c31e2f0a1b24410' } }),
  row('work-stopped', 1700, { result: { kind: 'cancelled' }, provenance: { ...made, digest: null, commit: null } }),
  row('work-lost', 3000, { result: { kind: 'interrupted' }, provenance: null }),
  row('work-first', 9000, { result: { kind: 'succeeded' } }),
]

/** The ended builds that can be opened, by their ids. */
export const onDisk = {
  'work-broken': { ...brokenBuild, startedAt: NOW - 23 * MINUTE, endedAt: NOW - 20 * MINUTE, outcome: { kind: 'failed', problem: download } },
  'work-lost': {
    ...brokenBuild,
    id: 'work-lost',
    steps: brokenBuild.steps.map(cutOff),
    startedAt: NOW - 3004 * MINUTE,
    endedAt: NOW - 3000 * MINUTE,
    outcome: { kind: 'interrupted' },
  },
  'work-done': doneBuild,
  'work-first': { ...doneBuild, id: 'work-first', startedAt: NOW - 9008 * MINUTE, endedAt: NOW - 9000 * MINUTE, steps: doneBuild.steps.map(otherwise) },
} as const

// Some steps took longer then, one was reused.
function otherwise(step: BuildStep, at: number): BuildStep {
  if (at === 0) return { ...step, state: 'reused' }
  return { ...step, startedAt: (step.startedAt ?? 0) - at * 11_000 + 20_000 }
}

// Whoever looked at it was gone before its end.
function cutOff(step: BuildStep): BuildStep {
  return step.state === 'failed' ? { ...step, state: 'cancelled', error: null } : step
}

function row(id: string, minutesAgo: number, more: Partial<BuildRow> & Pick<BuildRow, 'result'>): BuildRow {
  const endedAt = NOW - minutesAgo * MINUTE
  return { id, variant: 'cpu', startedAt: endedAt - (minutesAgo % 9) * 97_000 - 151_000, endedAt, provenance: made, ...more }
}
