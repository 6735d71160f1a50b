import type Docker from 'dockerode'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { readEvent, TELLING, type EngineEvent } from '../../core/health/deaths'
import { sleep } from '../sleep'

/** What to follow: the containers of one Compose project. */
export interface Following {
  readonly project: string
  /** Each event as it comes, and null each time the stream begins: what was before it is unknown. */
  readonly onEvent: (event: EngineEvent | null) => void
}

// The types leave the signal out.
interface Telling {
  getEvents(options: { readonly filters: string; readonly abortSignal: AbortSignal }): Promise<Readable>
}

const AGAIN_MS = 1000

/** Tells each container event of the project that changes how the app is; goes on after a broken stream. */
export async function followEvents(docker: Docker, { project, onEvent }: Following, signal: AbortSignal): Promise<void> {
  const filters = JSON.stringify({ type: ['container'], event: TELLING, label: [`com.docker.compose.project=${project}`] })
  while (!signal.aborted) {
    try {
      const stream = await (docker as unknown as Telling).getEvents({ filters, abortSignal: signal })
      onEvent(null)
      for await (const line of createInterface({ input: stream, signal })) {
        const event = readEvent(line)
        if (event) onEvent(event)
      }
    } catch {
      // The engine went away or the watch ended; the loop's condition tells which.
    }
    await sleep(AGAIN_MS, signal)
  }
}
