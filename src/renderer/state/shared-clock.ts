import { isSeen, onSight } from './sight'

/** One timer that many share. */
export interface SharedClock {
  /** Calls back now and from then on, and at once when the window is seen again. */
  readonly follow: (listener: () => void) => () => void
  /** Begins the next wait anew, after what the pace depends on has changed. */
  readonly restart: () => void
}

/** A clock that ticks in a pace asked for at each tick, while the window can be seen and somebody listens. */
export function sharedClock(pace: () => number): SharedClock {
  const listeners = new Set<() => void>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let deaf = (): void => undefined

  const restart = (): void => {
    clearTimeout(timer)
    if (listeners.size > 0 && isSeen()) timer = setTimeout(tick, pace())
  }
  const tick = (): void => {
    if (isSeen()) for (const listener of listeners) listener()
    restart()
  }
  return {
    restart,
    follow(listener) {
      if (listeners.size === 0) deaf = onSight(tick)
      listeners.add(listener)
      tick()
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        deaf()
        restart()
      }
    },
  }
}
