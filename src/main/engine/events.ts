import type Docker from 'dockerode'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { sleep } from '../sleep'

/** What to follow: the containers of one Compose project. */
export interface Following {
  readonly project: string
  readonly onEvent: () => void
}

const AGAIN_MS = 1000
const SETTLE_MS = 40

/** Calls `onEvent` after each container event of the project (several within 40 ms count once); goes on after a broken stream. */
export async function followEvents(docker: Docker, { project, onEvent }: Following, signal: AbortSignal): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const settle = (): void => {
    clearTimeout(timer)
    timer = setTimeout(onEvent, SETTLE_MS)
  }
  const filters = JSON.stringify({ type: ['container'], label: [`com.docker.compose.project=${project}`] })
  while (!signal.aborted) {
    try {
      const stream = await docker.getEvents({ filters })
      signal.addEventListener('abort', () => (stream as Readable).destroy(), { once: true })
      settle()
      for await (const _ of createInterface({ input: stream })) settle()
    } catch {
      // The engine went away or the watch ended; the loop's condition tells which.
    }
    await sleep(AGAIN_MS, signal)
  }
  clearTimeout(timer)
}
