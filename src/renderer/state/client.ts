import { createORPCClient } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import { bytesSerializer } from '../../shared/bytes'
import type { contract } from '../../shared/contract'

/** All requests a window may make, typed by the one contract. */
export type PanelClient = ContractRouterClient<typeof contract>

/** Connects the page to the main process: through the preload's port, or through a socket in a plain browser. */
export function connect(): PanelClient {
  return location.protocol.startsWith('http') ? connectBySocket() : connectByPort()
}

function connectByPort(): PanelClient {
  const { port1, port2 } = new MessageChannel()
  const link = new PortLink({ port: port1, customJsonSerializers: [bytesSerializer] })
  port1.start()
  window.postMessage('facecraft:connect', '*', [port2])
  return createORPCClient(link)
}

function connectBySocket(): PanelClient {
  const token = new URLSearchParams(location.hash.slice(1)).get('token') ?? ''
  const socket = new WebSocket(`ws://${location.host}/rpc?token=${encodeURIComponent(token)}`)
  return createORPCClient(new SocketLink({ websocket: socket, customJsonSerializers: [bytesSerializer] }))
}
