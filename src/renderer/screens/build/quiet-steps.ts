import type { BuildStep } from '../../../core/build/build'

/** Gives, each once, the steps of a build that ended without a word before a moment; null is now. */
export function quietSteps(stepsNow: () => readonly BuildStep[]): (at: number | null) => readonly BuildStep[] {
  const given = new Set<string>()
  return (at) => {
    const quiet = stepsNow().filter((step) => isQuiet(step) && !given.has(step.id) && (at === null || (step.startedAt ?? 0) <= at))
    for (const step of quiet) given.add(step.id)
    return quiet.toSorted((a, b) => (a.startedAt ?? 0) - (b.startedAt ?? 0))
  }
}

function isQuiet(step: BuildStep): boolean {
  return step.lastOutputAt === null && (step.state === 'done' || step.state === 'reused')
}
