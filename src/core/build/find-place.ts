import type { Found, Hit } from './find-lines'
import type { FindTerm } from './find-pattern'

/** How a search stands. */
export type Finding =
  | { readonly kind: 'nothing-asked' }
  | { readonly kind: 'looking'; readonly term: FindTerm }
  /** `at` counts from 0 over all lines; its hit is among those known unless they must be fetched first. */
  | { readonly kind: 'found'; readonly term: FindTerm; readonly found: Extract<Found, { kind: 'found' }>; readonly at: number }
  | { readonly kind: 'bad'; readonly why: string }

/** The hit at a place in the count, or null where it is not among those known. */
export function hitAt(found: Extract<Found, { kind: 'found' }>, at: number): Hit | null {
  return found.hits[at - found.skip] ?? null
}

/** The place after moving by one, from the last to the first and back. */
export function movedPlace(at: number, total: number, by: 1 | -1): number {
  return total === 0 ? 0 : (at + by + total) % total
}

/** The count in words, such as "3 of 1,204". */
export function findWords(finding: Finding): string {
  if (finding.kind === 'looking') return 'Looking'
  if (finding.kind !== 'found') return ''
  const { total } = finding.found
  return total === 0 ? 'Not found' : `${(finding.at + 1).toLocaleString('en')} of ${total.toLocaleString('en')}`
}
