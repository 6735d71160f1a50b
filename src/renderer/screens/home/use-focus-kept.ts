import { useEffect, useRef, type RefObject } from 'react'

/** Moves the focus to a title when the button that had it went away with the state it belonged to. */
export function useFocusKept(): RefObject<HTMLHeadingElement | null> {
  const title = useRef<HTMLHeadingElement>(null)
  const last = useRef<Element | null>(null)
  useEffect(() => {
    const remember = () => {
      last.current = document.activeElement
    }
    document.addEventListener('focusin', remember)
    return () => document.removeEventListener('focusin', remember)
  }, [])
  useEffect(() => {
    if (document.activeElement !== document.body || last.current?.isConnected !== false) return
    last.current = null
    title.current?.focus()
  })
  return title
}
