import { app, Notification } from 'electron'
import { join } from 'node:path'
import { z } from 'zod'
import { jsonFile } from '../files/json-file'
import { panelFolder } from '../files/panel-folder'

/** Says once, when the last window is closed for the first time, that the panel keeps running and where it is found. */
export function sayFirstClose(stays: () => boolean): void {
  const file = jsonFile(join(panelFolder(), 'first-close.json'), z.object({ said: z.boolean() }), { said: false })
  let { said } = file.read()
  app.on('window-all-closed', () => {
    if (said || !stays() || !Notification.isSupported()) return
    said = true
    file.remember({ said })
    const where = process.platform === 'darwin' ? 'menu bar' : 'tray'
    new Notification({ title: 'Facecraft keeps running', body: `You find it in the ${where}.` }).show()
  })
}
