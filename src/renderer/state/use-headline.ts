import { headline } from '../../core/panel/headline'
import type { Headline } from '../../core/panel/headline-words'
import { useTimed } from './use-timed'

/** The state in one sentence, renewed as its words change. */
export function useHeadline(): Headline {
  return useTimed(headline)
}
