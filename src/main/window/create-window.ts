import { app, BrowserWindow, nativeTheme, screen } from 'electron'
import { join } from 'node:path'
import { HOME } from './app-scheme'
import { revivePage } from './revive-page'
import { keepWindowPlace, keptWindowPlace } from './window-place'

/** Brings the window to the front, or opens it. */
export function showWindow(): void {
  const [window] = BrowserWindow.getAllWindows()
  if (!window) return createWindow()
  if (window.isMinimized()) window.restore()
  window.focus()
}

// Where it was last time, with everything off that a page of ours does not need.
function createWindow(): void {
  const { maximized, ...bounds } = keptWindowPlace()
  const window = new BrowserWindow({
    ...(isOnScreen(bounds) ? bounds : { width: bounds.width, height: bounds.height }),
    minWidth: 880,
    minHeight: 600,
    show: false,
    autoHideMenuBar: true,
    title: 'Facecraft',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#0e0e0d' : '#f5f4f2',
    webPreferences: {
      preload: join(app.getAppPath(), 'out/preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      // What was compiled is kept from the first start on.
      v8CacheOptions: 'bypassHeatCheck',
    },
  })
  if (maximized) window.maximize()
  revivePage(window)
  window.once('ready-to-show', () => window.show())
  window.on('close', () => keepWindowPlace({ ...window.getNormalBounds(), maximized: window.isMaximized() }))
  void window.loadURL(HOME)
}

function isOnScreen({ x, y }: { readonly x?: number | undefined; readonly y?: number | undefined }): boolean {
  if (x === undefined || y === undefined) return false
  return screen.getAllDisplays().some(({ workArea: a }) => x >= a.x && y >= a.y && x < a.x + a.width && y < a.y + a.height)
}
