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
  const untold: PanelEvent[] = []
  let telling = false
  return {
    state: () => state,
    say(change) {
      const event = { seq: state.seq + 1, change }
      state = applyEvent(state, event)
      untold.push(event)
      // A listener may say something itself: all hear it after this event, never before.
      if (telling) return
      telling = true
      try {
        for (let next = untold.shift(); next; next = untold.shift()) for (const listener of listeners) listener(next)
      } finally {
        // A listener that fails must not silence the hub for good.
        telling = false
      }
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
