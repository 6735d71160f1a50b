import { useEffect, useRef, useState } from 'react'

/** Takes a photo dropped anywhere on the window; true while one hovers over it. */
export function usePhotoDrop(take: (file: File) => void): boolean {
  const [over, setOver] = useState(false)
  const taker = useRef(take)
  useEffect(() => {
    taker.current = take
  })
  useEffect(() => {
    const listeners = new AbortController()
    const on = (name: 'dragover' | 'dragleave' | 'drop', act: (event: DragEvent) => void) => window.addEventListener(name, act, { signal: listeners.signal })
    on('dragover', (event) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      setOver(true)
    })
    on('dragleave', (event) => {
      if (event.relatedTarget === null) setOver(false)
    })
    on('drop', (event) => {
      event.preventDefault()
      setOver(false)
      const file = event.dataTransfer?.files[0]
      if (file) taker.current(file)
    })
    return () => listeners.abort()
  }, [])
  return over
}
