import type { PanelClient } from './client'
import { takeIn, usePanelStore } from './panel-store'

const AGAIN_AFTER_MS = 300

/** Keeps the store fed until aborted: a gap or a broken line asks for a new snapshot; old values stay meanwhile. */
export async function followPanel(client: Pick<PanelClient, 'watch'>, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await followOnce(client, signal).catch(() => undefined)
    if (signal.aborted) return
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

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true })
  })
}
