import { assertNever } from '../../core/assert-never'
import { runChecks } from '../screens/checks/run-checks'
import type { PanelClient } from '../state/client'
import { useClient } from '../state/client-context'
import { perform } from '../state/perform'
import { go, showActivity, showPalette } from '../state/ui-store'
import type { PaletteDeed, PaletteEntry } from './palette-entries'

/** Gives a function that does what an entry of the palette says and closes the palette first. */
export function useDoEntry(): (entry: PaletteEntry) => void {
  const client = useClient()
  return (entry) => {
    if (entry.unavailable !== undefined) return
    showPalette(false)
    void act(client, entry.deed)
  }
}

async function act(client: PanelClient, deed: PaletteDeed): Promise<void> {
  switch (deed.kind) {
    case 'go':
      return go(deed.screen)
    case 'run-checks':
      go('checks')
      return runChecks(client, null)
    case 'show-activity':
      return showActivity(true)
    case 'copy-address':
      return client.copy({ text: deed.address })
    case 'appearance':
      return client.setSettings({ appearance: deed.appearance })
    case 'build':
      go('build')
      return perform(client, deed)
    case 'start':
    case 'restart':
    case 'start-last-good':
    case 'stop':
    case 'stop-version':
    case 'stop-and-show':
      go('home')
      return perform(client, deed)
    case 'verify':
    case 'choose':
    case 'cancel':
    case 'preview-switch':
    case 'card-help':
    case 'take-over':
    case 'open':
    case 'start-engine':
    case 'check-again':
    case 'show':
    case 'dismiss':
    case 'use-port':
    case 'go-on':
    case 'consent':
      return perform(client, deed)
    default:
      return assertNever(deed)
  }
}
