import { useEffect, useState } from 'react'

/** True once some time has gone by: what is quick shows nothing in between. */
export function useAfter(milliseconds: number): boolean {
  const [after, setAfter] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setAfter(true), milliseconds)
    return () => clearTimeout(timer)
  }, [milliseconds])
  return after
}
