import { map } from './references'

/** What only the text of the files shows: Compose drops it from its answer. */
export function regretsOfSource(roots: readonly unknown[]): readonly string[] {
  return roots.some((root) => 'version' in map(root)) ? ['The line "version:" is out of date and has no effect; Docker ignores it and it can be deleted'] : []
}
