import { useEffect } from 'react'
import { isHeld } from '../../shell/modifier'

/** What the keys of the log do. */
export interface LogKeys {
  readonly save: () => void
  readonly toEnd: () => void
}

/** Ctrl S saves the whole log, End goes on following; typing in a field keeps its own keys. */
export function useLogKeys({ save, toEnd }: LogKeys): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return
      const typing = event.target instanceof HTMLInputElement
      if (isHeld(event) && !event.shiftKey && event.key.toLowerCase() === 's') save()
      else if (event.key === 'End' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) toEnd()
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  })
}
