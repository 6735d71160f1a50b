import { BrowserWindow, nativeTheme, screen } from 'electron'
import { join } from 'node:path'
import { z } from 'zod'
import { jsonFile } from '../files/json-file'
import { panelFolder } from '../files/panel-folder'
import { HOME } from './app-scheme'

const place = z.object({ width: z.number(), height: z.number(), x: z.number().optional(), y: z.number().optional(), maximized: z.boolean().default(false) })

/** Opens the window where it was last time, with everything off that a page of ours does not need. */
export function createWindow(): BrowserWindow {
  const file = jsonFile(join(panelFolder(), 'window.json'), place, { width: 1100, height: 720, maximized: false })
  const { maximized, ...bounds } = file.read()
  const window = new BrowserWindow({
    ...(isOnScreen(bounds) ? bounds : { width: bounds.width, height: bounds.height }),
    minWidth: 880,
    minHeight: 600,
    show: false,
    autoHideMenuBar: true,
    title: 'Facecraft',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#0e0e0d' : '#f5f4f2',
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
    },
  })
  if (maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => file.write({ ...window.getNormalBounds(), maximized: window.isMaximized() }))
  void window.loadURL(HOME)
  return window
}

function isOnScreen({ x, y }: { readonly x?: number | undefined; readonly y?: number | undefined }): boolean {
  if (x === undefined || y === undefined) return false
  return screen.getAllDisplays().some(({ workArea: a }) => x >= a.x && y >= a.y && x < a.x + a.width && y < a.y + a.height)
}
