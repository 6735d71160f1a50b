import { assertNever } from '../assert-never'
import type { Fix } from '../failure/failure'
import type { Operation } from '../operation/operation'
import { chosenVariant, runningVariant } from './chosen-variant'
import type { Action, Deed } from './headline-words'
import type { PanelState } from './panel'

/** The button for a fix: trying again repeats what was done last. */
export function fixAction(state: PanelState, fix: Fix): Action {
  return { label: fix.label, deed: deedOf(state, fix) }
}

function deedOf(state: PanelState, fix: Fix): Deed {
  switch (fix.kind) {
    case 'try-again':
      return again(state)
    case 'check-again':
      return { kind: 'check-again' }
    case 'start-engine':
      return { kind: 'start-engine' }
    case 'open-link':
      return { kind: 'open', link: fix.link }
    case 'use-variant':
      return isOther(state, fix.variant) ? { kind: 'preview-switch', variant: fix.variant } : { kind: 'start', variant: fix.variant }
    case 'show-log':
      return { kind: 'show', place: 'build' }
    case 'show-checks':
      return { kind: 'show', place: 'checks' }
    case 'consent':
      return { kind: 'consent', consent: fix.consent, variant: state.history[0]?.variant ?? chosenVariant(state) ?? '' }
    case 'use-port':
      return { kind: 'use-port', port: fix.port, variant: state.history[0]?.variant ?? chosenVariant(state) ?? '' }
    case 'card-help':
      return { kind: 'card-help', variant: fix.variant ?? state.history[0]?.variant ?? chosenVariant(state) ?? '' }
    case 'take-over':
      return { kind: 'take-over', token: fix.token, again: again(state) }
    case 'stop':
      return { kind: 'stop' }
    case 'stop-version':
      return { kind: 'stop-version', variant: fix.variant, beside: fix.beside }
    default:
      return assertNever(fix)
  }
}

// Two versions share one address: where the other one runs, it is a switch.
function isOther(state: PanelState, variant: string): boolean {
  const running = runningVariant(state)
  return running !== null && running !== variant
}

function again(state: PanelState): Deed {
  // What went wrong in it is told a little before it has ended.
  const last = state.operation ?? state.history[0]
  const chosen = chosenVariant(state)
  if (!last) return chosen === null ? { kind: 'check-again' } : { kind: 'start', variant: chosen }
  return repeat(last)
}

function repeat({ kind, variant }: Operation): Deed {
  switch (kind) {
    case 'start':
      return { kind: 'start', variant }
    case 'build':
      return { kind: 'build', variant }
    case 'verify':
      return { kind: 'verify', variant }
    case 'stop':
      return { kind: 'stop' }
    case 'switch':
      return { kind: 'preview-switch', variant }
    default:
      return assertNever(kind)
  }
}
