import { RPCHandler } from '@orpc/server/message-port'
import { ipcMain, type IpcMainEvent } from 'electron'
import { bytesSerializer } from '../../shared/bytes'
import type { answerRequests } from '../requests'
import { HOME } from './app-scheme'

/** Gives each page of ours that asks for it a line to the requests; every other sender is ignored. */
export function serveContract(requests: ReturnType<typeof answerRequests>): void {
  const handler = new RPCHandler(requests, { customJsonSerializers: [bytesSerializer] })
  ipcMain.on('facecraft:connect', (event) => {
    const [port] = event.ports
    if (!port || !isOurs(event)) return
    handler.upgrade(port)
    port.start()
  })
}

/** Whether a message comes from the top frame of our own page. */
export function isOurs(event: Pick<IpcMainEvent, 'senderFrame'>): boolean {
  const frame = event.senderFrame
  return frame !== null && frame.parent === null && new URL(frame.url).origin === new URL(HOME).origin
}
