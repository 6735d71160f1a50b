import { assertNever } from '../assert-never'
import type { Build } from '../build/build'
import type { Fix } from '../failure/failure'
import type { Operation } from '../operation/operation'
import { chosenVariant, runningVariant } from './chosen-variant'
import type { Action, Deed } from './headline-words'
import type { PanelState } from './panel'

/** The button for a fix: trying again repeats what was done last, unless it is known better. */
export function fixAction(state: PanelState, fix: Fix, again: Deed = lastAgain(state)): Action {
  return { label: fix.label, deed: deedOf(state, fix, again) }
}

/** What trying a build again means: what it was a part of, or the build alone where that was a check. */
export function buildAgain({ operation, history }: Pick<PanelState, 'operation' | 'history'>, build: Pick<Build, 'variant' | 'startedAt'>): Deed {
  const all = operation ? [operation, ...history] : history
  const whole = all.find((one) => one.startedAt <= build.startedAt && build.startedAt <= (one.endedAt ?? Infinity))
  return whole && whole.kind !== 'verify' ? repeat(whole) : { kind: 'build', variant: build.variant }
}

function deedOf(state: PanelState, fix: Fix, again: Deed): Deed {
  switch (fix.kind) {
    case 'try-again':
      return again
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
      return { kind: 'take-over', token: fix.token, again }
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

function lastAgain(state: PanelState): Deed {
  const last = state.history[0]
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
