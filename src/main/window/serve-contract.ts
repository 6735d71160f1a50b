import { RPCHandler } from '@orpc/server/message-port'
import type { MessagePortMain } from 'electron'
import { bytesSerializer } from '../../shared/bytes'
import type { answerRequests } from '../requests'

/** Answers the requests that come through a page's port. */
export function serveContract(requests: ReturnType<typeof answerRequests>): (port: MessagePortMain) => void {
  const handler = new RPCHandler(requests, { customJsonSerializers: [bytesSerializer] })
  return (port) => {
    handler.upgrade(port)
    port.start()
  }
}
