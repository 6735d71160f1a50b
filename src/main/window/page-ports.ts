import { ipcMain, type IpcMainEvent, type MessagePortMain } from 'electron'
import { HOME } from './app-scheme'

/** Takes the port of each page of ours that asks for a line; what is given as `answer` gets them all, also those that came before it. */
export function takePagePorts(): (answer: (port: MessagePortMain) => void) => void {
  const waiting: MessagePortMain[] = []
  let give = (port: MessagePortMain): unknown => waiting.push(port)
  ipcMain.on('facecraft:connect', (event) => {
    const [port] = event.ports
    if (port && isOurs(event)) give(port)
  })
  return (answer) => {
    give = answer
    for (const port of waiting.splice(0)) answer(port)
  }
}

// Only the top frame of our own page is answered.
function isOurs(event: Pick<IpcMainEvent, 'senderFrame'>): boolean {
  const frame = event.senderFrame
  return frame !== null && frame.parent === null && new URL(frame.url).origin === new URL(HOME).origin
}
