import { usesCard } from '../project/uses-card'
import type { DeviceKind } from '../project/project'
import type { BuildStep } from './build'

/** Seconds that a step takes on two cores with a common connection, for computers where nothing was measured yet. */
export function guessFor(step: Pick<BuildStep, 'phase' | 'name'>, kind: DeviceKind): number {
  if (step.phase === 'setup') return 0.1
  const table = usesCard(kind) ? { ...BOTH, ...CARD } : { ...BOTH, ...PROCESSOR }
  return table[step.name] ?? (step.phase === 'export' ? 1 : UNKNOWN)
}

const UNKNOWN = 2

const BOTH: Readonly<Record<string, number>> = {
  'Tools for downloading': 18,
  'Photo models': 6,
  'Trial run': 8,
  'Base of the app': 10,
  'Photo models into the app': 0.5,
  'Facecraft itself': 0.2,
}

const PROCESSOR: Readonly<Record<string, number>> = {
  'Python parts': 18,
  'Python parts into the app': 0.5,
  'Computing library': 95,
  'App package': 6,
}

const CARD: Readonly<Record<string, number>> = {
  'Python parts': 200,
  'Python parts into the app': 15,
  'App package': 25,
}
