import type { LogSource } from '../../kit/terminal/pull-log'
import type { PanelClient } from '../../state/client'
import { usePanelStore } from '../../state/panel-store'

const RETRY_MS = 1000
const LAST_WORDS_MS = 300

/** The log of a build as the main process keeps it; it grows when the announced length does. */
export function logSource(client: Pick<PanelClient, 'readLog'>, build: string): LogSource {
  return {
    read: (from) => client.readLog({ build, from }),
    again: () => pause(RETRY_MS),
    grown: (from, signal) => {
      const longer = (): boolean => {
        const now = usePanelStore.getState().state.build
        return now?.id !== build || now.logBytes > from || now.endedAt !== null
      }
      // The end may be announced before its last lines can be read.
      if (longer()) return pause(LAST_WORDS_MS)
      return new Promise((resolve) => {
        const stop = usePanelStore.subscribe(() => longer() && done())
        signal.addEventListener('abort', done, { once: true })
        function done(): void {
          stop()
          signal.removeEventListener('abort', done)
          resolve()
        }
      })
    },
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
