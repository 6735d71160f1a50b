import { useEffect } from 'react'
import { headline } from '../../core/panel/headline'
import { runningVariant } from '../../core/panel/chosen-variant'
import type { Deed } from '../../core/panel/headline-words'
import { usePanelStore } from '../state/panel-store'
import { go, previewSwitch, showActivity, showPalette, useUi, type Screen } from '../state/ui-store'
import { usePerform } from '../state/use-perform'
import { isHeld } from './modifier'

// By the place of the key, since digits need Shift on some keyboards.
const places: Record<string, Screen> = { Digit1: 'home', Digit2: 'build', Digit3: 'checks', Digit4: 'health', Comma: 'settings' }

/** The keys that work on every screen. Screens add their own, such as Ctrl F in the log. */
export function useShortcuts(): void {
  const perform = usePerform()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return
      if (event.key === 'F1') return showPalette(true)
      if (!isHeld(event)) return
      if (act(event, perform)) event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [perform])
}

function act(event: KeyboardEvent, perform: (deed: Deed) => void): boolean {
  const key = event.key.toLowerCase()
  const { state } = usePanelStore.getState()
  const place = places[event.code]
  if (place) go(place)
  else if (event.shiftKey) return withShift(key)
  else if (key === '/') showPalette(true)
  else if (key === 'k') showPalette(!useUi.getState().palette)
  else if (key === 'o' && runningVariant(state) !== null) perform({ kind: 'open', link: 'app' })
  else if (key === 'enter' && useUi.getState().screen === 'home') pressPrimary(perform)
  else return false
  return true
}

function withShift(key: string): boolean {
  const { state } = usePanelStore.getState()
  const running = runningVariant(state)
  const other = state.variants.find((v) => v.id !== running && v.blocked === null)
  if (key === 'a') showActivity(!useUi.getState().activity)
  else if (key === 's' && running !== null && other) previewSwitch(other.id)
  else return false
  return true
}

function pressPrimary(perform: (deed: Deed) => void): void {
  const { primary } = headline(usePanelStore.getState().state, Date.now())
  if (primary && primary.unavailable === undefined) perform(primary.deed)
}
