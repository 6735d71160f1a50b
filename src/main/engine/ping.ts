import { openAsker, type Where } from '../ask'

/** A question to one engine whether it is there; rejects when it does not answer within `ms`. */
export type Ping = (ms: number, signal: AbortSignal) => Promise<void>

/** The question on a connection that is kept: it is asked once a second, all day. */
export function pingTo(address: Where): Ping {
  const ask = openAsker(address)
  return async (ms, signal) => {
    const { status } = await ask('/_ping', ms, signal)
    if (status !== 200) throw new Error(`it answered ${status}`)
  }
}
