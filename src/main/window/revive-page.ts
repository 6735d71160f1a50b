import type { BrowserWindow } from 'electron'

const TOO_SOON_MS = 10_000

/** Loads the page again when its process died; all it shows is kept in the main process. One that dies at once stays as it is. */
export function revivePage(window: BrowserWindow): void {
  let revivedAt = -Infinity
  window.webContents.on('render-process-gone', (_, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    if (performance.now() - revivedAt < TOO_SOON_MS) throw new Error(`the page of the window died twice within ${TOO_SOON_MS / 1000} s: ${reason}`)
    revivedAt = performance.now()
    window.webContents.reload()
  })
}
