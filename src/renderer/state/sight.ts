import { useSyncExternalStore } from 'react'

/** Whether the window can be seen; a hidden one needs no news. */
export function isSeen(): boolean {
  return !document.hidden
}

/** Calls back each time the window is hidden or seen again. */
export function onSight(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener)
  return () => document.removeEventListener('visibilitychange', listener)
}

/** Whether the window can be seen, for what works only then. */
export function useSight(): boolean {
  return useSyncExternalStore(onSight, isSeen)
}
