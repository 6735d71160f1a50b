import type { PanelState } from '../../core/panel/panel'
import { usePanelStore } from './panel-store'
import { go, previewSwitch } from './ui-store'

const FRESH_MS = 15_000

/** Goes to the place that a notification or the tray asked for, once, also in a window that was opened for it. */
export function followAsked(): () => void {
  let done = 0
  const follow = ({ asked }: PanelState): void => {
    if (!asked || asked.at === done || Date.now() - asked.at > FRESH_MS) return
    done = asked.at
    go(asked.place)
    if (asked.switchTo !== null) previewSwitch(asked.switchTo)
  }
  return usePanelStore.subscribe(({ state }) => follow(state))
}
