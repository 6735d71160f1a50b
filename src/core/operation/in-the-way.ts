import type { Project, Variant } from '../project/project'

/**
 * The version that runs and beside which the wanted one cannot be started, by the services that run; null where nothing
 * stands in the way. One that runs itself stands in nobody's way any more.
 */
export function inTheWay({ variants, exclusive = [] }: Pick<Project, 'variants' | 'exclusive'>, running: readonly string[], wanted: string): string | null {
  const up = variants.filter(({ main }) => running.includes(main)).map(({ id }) => id)
  if (up.includes(wanted)) return null
  return up.find((id) => exclude(exclusive, id, wanted)) ?? null
}

/** The versions that a stop of one ends: itself, and what runs beside it although the two exclude each other. */
export function toStop({ variants, exclusive = [] }: Pick<Project, 'variants' | 'exclusive'>, running: readonly string[], asked: string): readonly Variant[] {
  return variants.filter(({ id, main }) => id === asked || (running.includes(main) && exclude(exclusive, id, asked)))
}

function exclude(pairs: NonNullable<Project['exclusive']>, one: string, other: string): boolean {
  return pairs.some((pair) => pair.includes(one) && pair.includes(other))
}
