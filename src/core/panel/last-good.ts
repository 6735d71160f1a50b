import { variantStatus } from './chosen-variant'
import type { Action } from './headline-words'
import type { PanelState } from './panel'

/** The button for the package that was ready before this one; none where there is no such package any more. */
export function lastGood(state: PanelState, variant: string): readonly Action[] {
  if (variantStatus(state, variant)?.lastGood === undefined) return []
  return [{ label: 'Start the last good version', deed: { kind: 'start-last-good', variant } }]
}
