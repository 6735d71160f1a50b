import type { Project } from '../project/project'

/**
 * The version that runs and beside which the wanted one cannot be started, by the services that run; null where nothing
 * stands in the way. One that runs itself stands in nobody's way any more.
 */
export function inTheWay({ variants, exclusive = [] }: Pick<Project, 'variants' | 'exclusive'>, running: readonly string[], wanted: string): string | null {
  const up = variants.filter(({ main }) => running.includes(main)).map(({ id }) => id)
  if (up.includes(wanted)) return null
  return up.find((id) => exclusive.some((pair) => pair.includes(id) && pair.includes(wanted))) ?? null
}
