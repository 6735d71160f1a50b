import { Agent } from 'node:http'
import { ask } from '../ask'

/** Where an engine listens. */
export type EngineAddress = { readonly socketPath: string } | { readonly host: string; readonly port: number }

/** A question to one engine whether it is there; rejects when it does not answer within `ms`. */
export type Ping = (ms: number, signal: AbortSignal) => Promise<void>

/** The question on a connection that is kept: it is asked once a second, all day. */
export function pingTo(address: EngineAddress): Ping {
  const to = { ...address, path: '/_ping', agent: new Agent({ keepAlive: true }) }
  return async (ms, signal) => {
    const { status } = await ask(to, ms, signal)
    if (status !== 200) throw new Error(`it answered ${status}`)
  }
}
