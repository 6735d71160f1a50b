import { useRef, useState } from 'react'
import type { ShownLog } from './shown-log'

/** How saving stands; `share` is null until something is written. */
export interface Save {
  readonly share: number | null
  readonly begin: () => void
  readonly stop: () => void
}

/** Saves a log whole, one time after the other; `ended` hears in words how it ended, unless it was given up. */
export function useSave(shown: ShownLog, ended: (words: string) => void): Save {
  const [share, setShare] = useState<number | null>(null)
  const going = useRef<AbortController | null>(null)
  const save = async (): Promise<void> => {
    if (going.current) return
    const leaving = new AbortController()
    going.current = leaving
    const saved = await shown.save(setShare, leaving.signal)
    going.current = null
    setShare(null)
    if (saved.kind === 'saved') ended('Saved')
    if (saved.kind === 'not-written') ended(`Not saved: ${saved.why}`)
  }
  return { share, begin: () => void save(), stop: () => going.current?.abort() }
}
