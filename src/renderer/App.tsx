import { useEffect } from 'react'
import { FirstRun } from './screens/first-run/FirstRun'
import { Shell } from './shell/Shell'
import type { PanelClient } from './state/client'
import { ClientContext } from './state/client-context'
import { followAsked } from './state/follow-asked'
import { followPanel } from './state/follow-panel'
import { usePanel } from './state/panel-store'
import { isFirstRun } from '../core/panel/first-run'
import { ThemeProvider } from './theme/ThemeProvider'

/** The window: the shell with its screens, or the first run while there is nothing to navigate yet. */
export function App({ client }: { readonly client: PanelClient }) {
  const appearance = usePanel((s) => s.settings.appearance)
  const first = usePanel(isFirstRun)
  useEffect(() => {
    const end = new AbortController()
    end.signal.addEventListener('abort', followAsked(), { once: true })
    void followPanel(client, end.signal)
    return () => end.abort()
  }, [client])
  return (
    <ThemeProvider appearance={appearance}>
      <ClientContext value={client}>{first ? <FirstRun /> : <Shell />}</ClientContext>
    </ThemeProvider>
  )
}
