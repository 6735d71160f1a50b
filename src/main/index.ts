import { app } from 'electron'
import { join } from 'node:path'
import { panelFolder } from './files/panel-folder'
import { registerAppScheme, serveAppScheme } from './window/app-scheme'
import { AT_LOGIN } from './window/at-login'
import { showWindow } from './window/create-window'
import { lockDown } from './window/lock-down'
import { takeOwnFaults } from './window/own-faults'
import { takePagePorts } from './window/page-ports'

takeOwnFaults()
registerAppScheme()
app.setPath('userData', panelFolder('window'))
if (app.requestSingleInstanceLock()) void begin()
else app.quit()

// The window comes first; all that acts is loaded once the page shows itself.
async function begin(): Promise<void> {
  await app.whenReady()
  lockDown()
  const pages = takePagePorts()
  serveAppScheme(join(app.getAppPath(), 'out/renderer'))
  app.on('second-instance', showWindow)
  app.on('activate', showWindow)
  if (!process.argv.includes(AT_LOGIN)) {
    showWindow()
    await pages.asked
  }
  const { runPanel } = await import('./window/run-panel')
  await runPanel(pages)
}
