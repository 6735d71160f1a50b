import { assertNever } from '../assert-never'
import { size } from '../words/size'

/** How the last run of the app ended, as far as anybody saw it. */
export type Ending =
  /** A stop or kill came through Docker. */
  | { readonly kind: 'asked' }
  | { readonly kind: 'itself'; readonly code: number }
  | { readonly kind: 'out-of-memory'; readonly limitBytes: number | null }
  | { readonly kind: 'removed' }
  /** Docker itself ended, and the app with it. */
  | { readonly kind: 'with-docker' }
  /** It ran when the panel was last open, and nothing tells why it does not now. */
  | { readonly kind: 'unwatched' }

/** The end of a run inside a sentence: "it ran out of memory (limit 64 MB)". */
export function endingWords(ending: Ending): string {
  switch (ending.kind) {
    case 'asked':
      return 'it was stopped through Docker'
    case 'itself':
      return codeWords(ending.code)
    case 'out-of-memory':
      return ending.limitBytes === null ? 'it ran out of memory' : `it ran out of memory (limit ${size(ending.limitBytes)})`
    case 'removed':
      return 'somebody else removed it'
    case 'with-docker':
      return 'Docker itself ended'
    case 'unwatched':
      return 'Docker ended meanwhile, or somebody stopped it'
    default:
      return assertNever(ending)
  }
}

const CODES: Readonly<Record<number, string>> = {
  0: 'it ended without an error',
  2: 'it was started with something it does not know (code 2)',
  3: 'it found no graphics card that works (code 3)',
  126: 'its program may not be run (code 126)',
  127: 'its program is missing (code 127)',
  132: 'this processor lacks something it needs (code 132)',
  134: 'it gave up after an error of its own (code 134)',
  137: 'something ended it by force (code 137)',
  139: 'it crashed (code 139)',
  143: 'it was asked to end (code 143)',
}

function codeWords(code: number): string {
  return CODES[code] ?? `it ended with an error (code ${code})`
}
