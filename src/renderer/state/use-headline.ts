import { headline } from '../../core/panel/headline'
import type { Headline } from '../../core/panel/headline-words'
import { usePanel } from './panel-store'
import { useNow } from './use-now'

/** The state in one sentence, renewed every second. */
export function useHeadline(): Headline {
  const state = usePanel((s) => s)
  const now = useNow()
  return headline(state, now)
}
