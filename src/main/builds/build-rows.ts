import type { BuildResult, BuildRow } from '../../core/build/build-row'
import type { Outcome } from '../../core/operation/operation'
import { isAlive } from '../compose/detached'
import { buildFolder, buildIds, lastWritten } from './build-folder'

/** The builds on disk that have ended, newest first; one whose end nobody saw was interrupted. */
export function buildRows(): readonly BuildRow[] {
  return buildIds().flatMap((id) => {
    const folder = buildFolder(id)
    const meta = folder.meta.read()
    // One that runs is not history, and of one without a beginning nothing is known.
    if ((meta.outcome === null && isAlive(meta)) || meta.startedAt === 0) return []
    const { variant, startedAt, endedAt, provenance = null } = meta
    return { id, variant, startedAt, endedAt: endedAt ?? lastWritten(folder), result: resultOf(meta.outcome), provenance }
  })
}

function resultOf(outcome: Outcome | null): BuildResult {
  if (outcome === null) return { kind: 'interrupted' }
  return outcome.kind === 'failed' ? { kind: 'failed', title: outcome.problem.title } : outcome
}
