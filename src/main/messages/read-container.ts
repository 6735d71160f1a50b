import type Docker from 'dockerode'
import type { Readable } from 'node:stream'
import { unframer } from '../../core/messages/unframe'
import { deadline } from '../engine/deadline'
import type { MessageStore } from './message-store'

/** How reading a container's log ended: all of it was read, the connection broke, or the container is not there any more. */
export type Read = { readonly kind: 'ended'; readonly added: number } | { readonly kind: 'broken' } | { readonly kind: 'gone' }

interface Reading {
  readonly docker: Docker
  readonly id: string
  readonly store: MessageStore
}

// The types leave the signal and the fine time out.
interface Logs {
  logs(options: object): Promise<Readable>
}

const INSPECT_MS = 5000
/** Removed, or about to be. */
const GONE = [404, 409]
const CLOCK_EVERY_MS = 30_000

/** Reads on in the log of the store's container where it was left, until the container or the connection ends. */
export async function readContainer({ docker, id, store }: Reading, signal: AbortSignal): Promise<Read> {
  const setBack = new AbortController()
  const since = store.log().since(Date.now())
  // The engine leaves out what is earlier than what was asked for: should the clock be set back, all is asked for anew.
  const clock = setInterval(() => since !== null && Number(since) * 1000 > Date.now() && setBack.abort(), CLOCK_EVERY_MS)
  try {
    const container = docker.getContainer(id)
    const { Config } = await deadline(container.inspect(), INSPECT_MS)
    const options = { follow: true, stdout: true, stderr: true, timestamps: true, ...(since === null ? {} : { since }) }
    const stream = await (container as unknown as Logs).logs({ ...options, abortSignal: AbortSignal.any([signal, setBack.signal]) })
    store.log().attach()
    const frames = unframer(Config.Tty ? 'terminal' : 'frames')
    let added = 0
    const add = async (entries: ReturnType<typeof frames.end>): Promise<void> => {
      const text = store.log().take(entries)
      added += text.length
      await store.add(text)
    }
    for await (const bytes of stream as AsyncIterable<Buffer>) await add(frames.add(bytes.toString('latin1')))
    await add(frames.end())
    return { kind: 'ended', added }
  } catch (error) {
    return GONE.includes((error as { statusCode?: number }).statusCode ?? 0) ? { kind: 'gone' } : { kind: 'broken' }
  } finally {
    clearInterval(clock)
  }
}
