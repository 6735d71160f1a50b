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
  const filters = { type: ['container'], event: TELLING, label: [`com.docker.compose.project=${project}`] }
  const onLine = (line: string | null): void => {
    const event = line === null ? null : readEvent(line)
    if (line === null || event) onEvent(event)
  }
  await follow(docker, { filters, onLine }, signal)
}

/** A volume to follow by its name, and what to do each time it may have been made or removed. */
export interface FollowingVolume {
  readonly name: string
  readonly onChange: () => void
}

/** Tells each time a volume is made or removed, and when the stream begins. */
export async function followVolume(docker: Docker, { name, onChange }: FollowingVolume, signal: AbortSignal): Promise<void> {
  await follow(docker, { filters: { type: ['volume'], event: ['create', 'destroy'], volume: [name] }, onLine: onChange }, signal)
}

interface Stream {
  readonly filters: Readonly<Record<string, readonly string[]>>
  /** Null each time the stream begins. */
  readonly onLine: (line: string | null) => void
}

async function follow(docker: Docker, { filters, onLine }: Stream, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      const stream = await (docker as unknown as Telling).getEvents({ filters: JSON.stringify(filters), abortSignal: signal })
      onLine(null)
      for await (const line of createInterface({ input: stream, signal })) onLine(line)
    } catch {
      // The engine went away or the watch ended; the loop's condition tells which.
    }
    await sleep(AGAIN_MS, signal)
  }
}
