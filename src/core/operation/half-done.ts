import type { Operation, StageName } from './operation'

/** A switch that nobody brought to its end: between which versions, how far it had come, and what broke it off. */
export interface HalfDone {
  readonly from: string
  readonly to: string
  readonly stage: StageName | null
  readonly by: 'panel' | 'docker'
}

/** The half-done switch that the last operation was, or null when it came to an end or changed nothing. */
export function halfDoneSwitch(last: Operation | undefined): HalfDone | null {
  if (last?.kind !== 'switch' || last.from === undefined || last.from === last.variant) return null
  const by = brokenOffBy(last)
  return by && { from: last.from, to: last.variant, stage: last.stage?.name ?? null, by }
}

function brokenOffBy({ outcome }: Operation): HalfDone['by'] | null {
  if (outcome?.kind === 'interrupted') return 'panel'
  const lost = outcome?.kind === 'failed' && (outcome.problem.failure.kind === 'engine-lost' || outcome.problem.failure.kind === 'engine-silent')
  return lost ? 'docker' : null
}

/** Between which versions the last operation may have left both running; null where it cannot have. */
export function mayLeaveTwo(last: Operation | undefined): { readonly from: string; readonly to: string } | null {
  const failure = last?.outcome?.kind === 'failed' ? last.outcome.problem.failure : null
  return failure?.kind === 'old-still-runs' ? { from: failure.old, to: failure.next } : halfDoneSwitch(last)
}

/** How many seconds Docker may still be busy with the last thing that was asked of it. */
export function settlesWithin(stage: StageName | null): number {
  switch (stage) {
    case 'create':
      return 10
    case 'stop-old':
    case 'wait-port':
      return 30
    default:
      return 3
  }
}
