import { app, BrowserWindow, powerMonitor } from 'electron'
import type { News } from '../../core/panel/news'
import { linkUrl } from '../links'
import { checkAfterBuild } from '../operations/check-after-build'
import { openPanel, type Panel } from '../panel'
import { bundledProject } from '../project/bundled'
import { answerRequests } from '../requests'
import { AT_LOGIN } from './at-login'
import { showWindow } from './create-window'
import { desktop } from './desktop'
import { followLoginSetting } from './login'
import { tellNews } from './notifications'
import type { PagePorts } from './page-ports'
import { serveContract } from './serve-contract'
import { performFromTray } from './tray-deeds'
import { openTray } from './tray'

/** The panel behind the window: answers its page, shows itself in the tray, and decides when to leave. */
export async function runPanel(pages: PagePorts): Promise<void> {
  const closing = new AbortController()
  const panel = openPanel(bundledProject(app.getAppPath()), closing.signal)
  panel.keepMessages()
  const requests = answerRequests(panel, desktop)
  pages.serve(serveContract(requests))
  checkAfterBuild(panel)
  const open = (place: News['place'], switchTo: string | null = null): void => {
    panel.hub.say({ type: 'asked', asked: { place, switchTo, at: Date.now() } })
    showWindow()
  }
  const atLogin = process.argv.includes(AT_LOGIN)
  const tray = await openTray(panel.hub, { perform: (deed) => void performFromTray(requests, deed, open), show: () => open('home'), quit: () => app.quit() })
  const stays = (): boolean => tray !== null && (atLogin || panel.hub.state().settings.background)
  if (atLogin && tray === null) showWindow()
  followLoginSetting(panel.hub)
  tellNews(panel.hub, open, closing.signal)
  powerMonitor.on('resume', () => void panel.device.prove())

  app.on('before-quit', () => closing.abort())
  // Work goes on without a window; the panel leaves when it has ended, unless it was asked to stay and can be found in a tray.
  app.on('window-all-closed', () => {
    if (panel.hub.state().operation === null && !stays()) app.quit()
  })
  panel.hub.listen(({ change }) => {
    if (change.type !== 'operation-ended') return
    if (change.outcome.kind === 'succeeded') openWhenReady(panel)
    if (BrowserWindow.getAllWindows().length === 0 && !stays()) app.quit()
  })
}

// Only after a start that a person asked for, and only if they want it.
function openWhenReady(panel: Panel): void {
  const { settings, history } = panel.hub.state()
  const url = linkUrl('app', panel.app()?.base() ?? null)
  // Without a browser to open, Home still shows the address.
  if (settings.openWhenReady && history[0]?.kind === 'start' && url) desktop.openExternal(url).catch(() => undefined)
}
