import type Docker from 'dockerode'
import type { Readable } from 'node:stream'
import { isUp } from '../../core/health/app-state'
import { unframer } from '../../core/messages/unframe'
import { abortedWith } from '../aborted-with'
import { deadline } from '../engine/deadline'
import type { MessageStore } from './message-store'

/** How reading a container's log ended: all of it was read, the connection broke, or the container is not there any more. */
export type Read = { readonly kind: 'ended'; readonly added: number } | { readonly kind: 'broken' } | { readonly kind: 'gone' }

interface Reading {
  readonly docker: Docker
  readonly id: string
  readonly store: MessageStore
}

const INSPECT_MS = 5000
/** Removed, or about to be. */
const GONE = [404, 409]
const CLOCK_EVERY_MS = 30_000

/** Reads on in the log of the store's container where it was left, until the container or the connection ends. */
export async function readContainer({ docker, id, store }: Reading, signal: AbortSignal): Promise<Read> {
  const reading = abortedWith(signal)
  const since = store.log().since(Date.now())
  // The engine leaves out what is earlier than what was asked for: should the clock be set back, all is asked for anew.
  const clock = setInterval(() => since !== null && Number(since) * 1000 > Date.now() && reading.abort(), CLOCK_EVERY_MS)
  try {
    const container = docker.getContainer(id)
    const { Config, State } = await deadline(container.inspect(), INSPECT_MS)
    // Followed from one run into the next, it would not be seen where the next begins.
    const options = { follow: isUp(State.Status), stdout: true, stderr: true, timestamps: true, ...(since === null ? {} : { since }) }
    const stream = await openLog(container, options, reading.signal)
    store.log().attach(Date.parse(State.StartedAt) || null)
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
    reading.abort()
  }
}

// The library gives a log that is not followed as one piece, however long it is.
function openLog(container: Docker.Container, options: object, abortSignal: AbortSignal): Promise<Readable> {
  const path = `/containers/${container.id}/logs?`
  const statusCodes = { 200: true, 404: 'no such container', 500: 'server error' }
  return new Promise((resolve, reject) =>
    (container.modem as Modem).dial({ path, method: 'GET', isStream: true, abortSignal, statusCodes, options }, (error, stream) =>
      error === null ? resolve(stream) : reject(error),
    ),
  )
}

interface Modem {
  dial(call: object, answered: (error: Error | null, stream: Readable) => void): void
}
