import { ipcMain, type IpcMainEvent, type MessagePortMain } from 'electron'
import { HOME } from './app-scheme'

/** The lines that pages of ours ask for. */
export interface PagePorts {
  /** Resolves once a page shows itself and asks for its line. */
  readonly asked: Promise<void>
  /** From now on `answer` gets every port, also those that came before. */
  readonly serve: (answer: (port: MessagePortMain) => void) => void
}

/** Takes the port of each page of ours that asks for a line, and keeps it until there is an answer. */
export function takePagePorts(): PagePorts {
  const waiting: MessagePortMain[] = []
  let give = (port: MessagePortMain): unknown => waiting.push(port)
  const asked = new Promise<void>((resolve) => {
    ipcMain.on('facecraft:connect', (event) => {
      const [port] = event.ports
      if (!port || !isOurs(event)) return
      give(port)
      resolve()
    })
  })
  return {
    asked,
    serve(answer) {
      give = answer
      for (const port of waiting.splice(0)) answer(port)
    },
  }
}

// Only the top frame of our own page is answered.
function isOurs(event: Pick<IpcMainEvent, 'senderFrame'>): boolean {
  const frame = event.senderFrame
  return frame !== null && frame.parent === null && new URL(frame.url).origin === new URL(HOME).origin
}
