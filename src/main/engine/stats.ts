import type Docker from 'dockerode'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { readCounters, type Counters } from '../../core/health/counters'
import { abortedWith } from '../aborted-with'
import { deadline } from './deadline'

const STATS_MS = 5000

// The types leave these options out.
interface Told {
  stats(options: { readonly stream: boolean; readonly 'one-shot'?: boolean; readonly abortSignal: AbortSignal }): Promise<unknown>
}

/** What the engine has counted for a container, asked once; null where it does not run or nothing answers. */
export async function readStats(docker: Docker, id: string, signal: AbortSignal): Promise<Counters | null> {
  const asked = (docker.getContainer(id) as unknown as Told).stats({ stream: false, 'one-shot': true, abortSignal: signal })
  return deadline(asked, STATS_MS).then(readCounters, () => null)
}

/** The same once a second, as the engine tells it by itself, until the container is gone or the signal says stop. */
export async function* followStats(docker: Docker, id: string, signal: AbortSignal): AsyncGenerator<Counters | null, void> {
  const end = abortedWith(signal)
  const until = end.signal
  try {
    const stream = (await (docker.getContainer(id) as unknown as Told).stats({ stream: true, abortSignal: until })) as Readable
    for await (const line of createInterface({ input: stream, signal: until })) yield readCounters(JSON.parse(line))
  } catch {
    // The engine went away, or nobody listens any more; the caller knows which.
  } finally {
    end.abort()
  }
}
