import { useEffect } from 'react'
import { isHeld } from './modifier'

/** Lets Ctrl Enter press the one thing to do on a screen; undefined while there is none. */
export function usePrimaryKey(press: (() => void) | undefined): void {
  useEffect(() => {
    if (!press) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.key !== 'Enter' || event.shiftKey || !isHeld(event)) return
      event.preventDefault()
      press()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  })
}
