import { useCallback, useRef, useSyncExternalStore } from 'react'
import { isCalm } from '../../core/panel/calm'
import type { PanelState } from '../../core/panel/panel'
import { usePanelStore } from './panel-store'
import { sharedClock } from './shared-clock'

const LIVELY_MS = 1000
// What changes then is told in minutes.
const CALM_MS = 5000

const clock = sharedClock(() => (isCalm(usePanelStore.getState().state) ? CALM_MS : LIVELY_MS))
usePanelStore.subscribe(({ state }, before) => {
  if (isCalm(state) !== isCalm(before.state)) clock.restart()
})

/** What follows from the state and the time, looked at with each change and as often as its words may change; drawn anew only where it differs. */
export function useTimed<T>(compute: (state: PanelState, now: number) => T): T {
  const last = useRef<{ readonly value: T; readonly text: string } | null>(null)
  return useSyncExternalStore(
    subscribe,
    useCallback(() => {
      const value = compute(usePanelStore.getState().state, Date.now())
      const text = JSON.stringify(value)
      if (last.current?.text !== text) last.current = { value, text }
      return last.current.value
    }, [compute]),
  )
}

function subscribe(listener: () => void): () => void {
  const deaf = usePanelStore.subscribe(listener)
  const still = clock.follow(listener)
  return () => {
    deaf()
    still()
  }
}
