import type { Announcement } from '../shared/contract'
import type { Hub } from './hub'

/** The state as it is now, then each event; nothing is missed between the two. Ends when the listener goes. */
export async function* announcements(hub: Hub, signal: AbortSignal): AsyncGenerator<Announcement, void> {
  const waiting: Announcement[] = [{ type: 'snapshot', state: hub.state() }]
  let wake: () => void = () => undefined
  const deaf = hub.listen((event) => {
    waiting.push({ type: 'event', event })
    wake()
  })
  const stop = (): void => wake()
  signal.addEventListener('abort', stop)
  try {
    while (!signal.aborted) {
      const next = waiting.shift()
      if (next) yield next
      else await new Promise<void>((resolve) => (wake = resolve))
    }
  } finally {
    deaf()
    signal.removeEventListener('abort', stop)
  }
}
