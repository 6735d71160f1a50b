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
  choosePlace,
  async save(name, bytes) {
    const path = await choosePlace(name)
    if (path === null) return { kind: 'not-saved' }
    await writeFile(path, bytes)
    return { kind: 'saved', path }
  },
}

async function choosePlace(name: string): Promise<string | null> {
  const parent = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
  const options = { defaultPath: join(app.getPath('downloads'), name) }
  const { canceled, filePath } = await (parent ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options))
  return canceled || filePath === '' ? null : filePath
}
