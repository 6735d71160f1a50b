import { app, BrowserWindow, powerMonitor } from 'electron'
import { join } from 'node:path'
import type { News } from '../core/panel/news'
import { checkAfterBuild } from './operations/check-after-build'
import { openPanel, type Panel } from './panel'
import { bundledProject } from './project/bundled'
import { answerRequests } from './requests'
import { linkUrl } from './links'
import { registerAppScheme, serveAppScheme } from './window/app-scheme'
import { createWindow } from './window/create-window'
import { desktop } from './window/desktop'
import { lockDown } from './window/lock-down'
import { AT_LOGIN, followLoginSetting } from './window/login'
import { tellNews } from './window/notifications'
import { serveContract } from './window/serve-contract'
import { performFromTray } from './window/tray-deeds'
import { openTray } from './window/tray'
import { panelFolder } from './files/panel-folder'

registerAppScheme()
app.setPath('userData', panelFolder('window'))
if (app.requestSingleInstanceLock()) void begin()
else app.quit()

async function begin(): Promise<void> {
  const closing = new AbortController()
  const panel = openPanel(bundledProject(app.getAppPath()), closing.signal)
  await app.whenReady()
  lockDown()
  serveAppScheme(join(import.meta.dirname, '../renderer'))
  const requests = answerRequests(panel, desktop)
  serveContract(requests)
  checkAfterBuild(panel)
  const open = (place: News['place'], switchTo: string | null = null): void => {
    panel.hub.say({ type: 'asked', asked: { place, switchTo, at: Date.now() } })
    showWindow()
  }
  const atLogin = process.argv.includes(AT_LOGIN)
  // The window waits for nothing; only at login a tray in its place is looked for first.
  if (!atLogin) createWindow()
  const tray = await openTray(panel.hub, { perform: (deed) => void performFromTray(requests, deed, open), show: () => open('home'), quit: () => app.quit() })
  const stays = (): boolean => tray !== null && (atLogin || panel.hub.state().settings.background)
  if (atLogin && tray === null) createWindow()
  followLoginSetting(panel.hub)
  tellNews(panel.hub, open, closing.signal)
  powerMonitor.on('resume', () => void panel.device.prove())

  app.on('second-instance', () => showWindow())
  app.on('activate', () => showWindow())
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

function showWindow(): void {
  const [window] = BrowserWindow.getAllWindows()
  if (!window) return void createWindow()
  if (window.isMinimized()) window.restore()
  window.focus()
}
