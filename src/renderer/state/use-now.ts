import { useEffect, useState } from 'react'
import { everySecond } from './every-second'

// A tick may come a little early.
const EARLY_MS = 50

/** The time, renewed once a second (or as often as asked) while the window can be seen, for clocks on the screen. */
export function useNow(every = 1000): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(
    () =>
      everySecond(() => {
        const next = Date.now()
        setNow((before) => (Math.abs(next - before) >= every - EARLY_MS ? next : before))
      }),
    [every],
  )
  return now
}
