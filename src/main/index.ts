import { app, BrowserWindow } from 'electron'
import { join } from 'node:path'
import { checkAfterBuild } from './operations/check-after-build'
import { openPanel, type Panel } from './panel'
import { bundledProject } from './project/bundled'
import { answerRequests } from './requests'
import { linkUrl } from './links'
import { registerAppScheme, serveAppScheme } from './window/app-scheme'
import { createWindow } from './window/create-window'
import { desktop } from './window/desktop'
import { lockDown } from './window/lock-down'
import { serveContract } from './window/serve-contract'
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
  serveContract(answerRequests(panel, desktop))
  checkAfterBuild(panel)
  createWindow()

  app.on('second-instance', () => showWindow())
  app.on('activate', () => showWindow())
  app.on('before-quit', () => closing.abort())
  // Work goes on without a window; the panel leaves when it has ended.
  app.on('window-all-closed', () => {
    if (panel.hub.state().operation === null) app.quit()
  })
  panel.hub.listen(({ change }) => {
    if (change.type !== 'operation-ended') return
    if (change.outcome.kind === 'succeeded') openWhenReady(panel)
    if (BrowserWindow.getAllWindows().length === 0) app.quit()
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
