import { app, BrowserWindow, clipboard, dialog, shell } from 'electron'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Desktop } from '../desktop'

/** The real desktop: the system's browser, clipboard and save dialog. */
export const desktop: Desktop = {
  version: app.getVersion(),
  runtime: `Electron ${process.versions.electron}, Chromium ${process.versions['chrome'] ?? ''}`,
  async openExternal(url) {
    await shell.openExternal(url)
  },
  copy(text) {
    void clipboard.writeText(text)
  },
  async save(name, bytes) {
    const parent = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
    const options = { defaultPath: join(app.getPath('downloads'), name) }
    const { canceled, filePath } = await (parent ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options))
    if (canceled || !filePath) return { kind: 'not-saved' }
    await writeFile(filePath, bytes)
    return { kind: 'saved', path: filePath }
  },
}
