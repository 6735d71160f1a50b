import { create } from 'zustand'
import { applyEvent, emptyPanel } from '../../core/panel/apply-event'
import type { PanelEvent, PanelState } from '../../core/panel/panel'
import type { Announcement } from '../../shared/contract'

/** Whether what is shown is current: nothing came yet, it is live, or the line broke and old values stay. */
export type Line = 'connecting' | 'live' | 'broken'

interface PanelStore {
  readonly state: PanelState
  readonly line: Line
}

/** The panel's state as last announced. Components only read it; `follow-panel` feeds it. */
export const usePanelStore = create<PanelStore>(() => ({ state: emptyPanel, line: 'connecting' }))

/** One part of the panel's state. */
export function usePanel<T>(select: (state: PanelState) => T): T {
  return usePanelStore((store) => select(store.state))
}

/** Whether the line to the main process is up. */
export function useLine(): Line {
  return usePanelStore((store) => store.line)
}

/** Takes one announcement in; answers `gap` when an event was missed and a new snapshot is needed. */
export function takeIn(announcement: Announcement): 'taken' | 'gap' {
  if (announcement.type === 'snapshot') {
    usePanelStore.setState({ state: announcement.state, line: 'live' })
    return 'taken'
  }
  return takeInEvent(announcement.event)
}

function takeInEvent(event: PanelEvent): 'taken' | 'gap' {
  const { state } = usePanelStore.getState()
  if (event.seq <= state.seq) return 'taken'
  if (event.seq !== state.seq + 1) return 'gap'
  usePanelStore.setState({ state: applyEvent(state, event) })
  return 'taken'
}
