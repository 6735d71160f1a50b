import { applyEvent, emptyPanel } from '../core/panel/apply-event'
import type { PanelChange, PanelEvent, PanelState } from '../core/panel/panel'

/** Numbers every change, keeps the state they add up to, and tells all who listen. */
export interface Hub {
  state(): PanelState
  say(change: PanelChange): void
  listen(listener: (event: PanelEvent) => void): () => void
}

/** A hub with nothing known yet. */
export function createHub(): Hub {
  let state = emptyPanel
  const listeners = new Set<(event: PanelEvent) => void>()
  return {
    state: () => state,
    say(change) {
      const event = { seq: state.seq + 1, change }
      state = applyEvent(state, event)
      for (const listener of listeners) listener(event)
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
