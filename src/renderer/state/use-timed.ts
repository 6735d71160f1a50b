import { useCallback, useRef, useSyncExternalStore } from 'react'
import type { PanelState } from '../../core/panel/panel'
import { everySecond } from './every-second'
import { usePanelStore } from './panel-store'

/** What follows from the state and the time, looked at with each change and once a second; drawn anew only where it differs. */
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
  const still = everySecond(listener)
  return () => {
    deaf()
    still()
  }
}
