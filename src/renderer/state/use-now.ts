import { useEffect, useState } from 'react'

/** The time, renewed once a second (or as often as asked), for clocks on the screen. */
export function useNow(every = 1000): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every)
    return () => clearInterval(timer)
  }, [every])
  return now
}
