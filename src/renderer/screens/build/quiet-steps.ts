import type { BuildStep } from '../../../core/build/build'
import { usePanelStore } from '../../state/panel-store'

/** Gives, each once, the steps of the shown build that ended without a word before a moment; null is now. */
export function quietSteps(): (at: number | null) => readonly BuildStep[] {
  const given = new Set<string>()
  return (at) => {
    const steps = usePanelStore.getState().state.build?.steps ?? []
    const quiet = steps.filter((step) => isQuiet(step) && !given.has(step.id) && (at === null || (step.startedAt ?? 0) <= at))
    for (const step of quiet) given.add(step.id)
    return quiet.toSorted((a, b) => (a.startedAt ?? 0) - (b.startedAt ?? 0))
  }
}

function isQuiet(step: BuildStep): boolean {
  return step.lastOutputAt === null && (step.state === 'done' || step.state === 'reused')
}
