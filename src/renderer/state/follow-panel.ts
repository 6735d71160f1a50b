import type { PanelClient } from './client'
import { isSeen, onSight } from './sight'
import { takeIn, usePanelStore } from './panel-store'

const AGAIN_AFTER_MS = 300

/**
 * Keeps the store fed until aborted: a gap or a broken line asks for a new snapshot; old values stay meanwhile. While the
 * window is hidden nothing is asked for, so that nothing is drawn and the main process knows that nobody looks.
 */
export async function followPanel(client: Pick<PanelClient, 'watch'>, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await sight(signal)
    const hidden = new AbortController()
    const deaf = onSight(() => (isSeen() ? undefined : hidden.abort()))
    await followOnce(client, AbortSignal.any([signal, hidden.signal])).catch(() => undefined)
    deaf()
    if (signal.aborted) return
    if (hidden.signal.aborted) continue
    usePanelStore.setState((store) => ({ line: store.line === 'connecting' ? 'connecting' : 'broken' }))
    await pause(AGAIN_AFTER_MS, signal)
  }
}

async function followOnce(client: Pick<PanelClient, 'watch'>, signal: AbortSignal): Promise<void> {
  const announcements = await client.watch(undefined, { signal })
  for await (const announcement of announcements) {
    if (signal.aborted || takeIn(announcement) === 'gap') return
  }
}

function sight(signal: AbortSignal): Promise<void> {
  if (isSeen()) return Promise.resolve()
  return new Promise((resolve) => {
    const done = (): void => {
      deaf()
      signal.removeEventListener('abort', done)
      resolve()
    }
    const deaf = onSight(done)
    signal.addEventListener('abort', done)
  })
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true })
  })
}
