import { create } from 'zustand'
import { useEffect } from 'react'
import type { Usage } from '../../../core/health/health'
import type { PanelClient } from '../../state/client'
import { useSight } from '../../state/sight'

/** What is measured this second; null while nobody looks or nothing runs. */
export const useLiveUsage = create<{ readonly usage: Usage | null }>(() => ({ usage: null }))

/** Has the use measured once a second while this is on the screen and the window can be seen. */
export function useMeasuring(client: PanelClient): void {
  const seen = useSight()
  useEffect(() => {
    if (!seen) return undefined
    const end = new AbortController()
    void measure(client, end.signal).catch(() => undefined)
    return () => {
      end.abort()
      useLiveUsage.setState({ usage: null })
    }
  }, [client, seen])
}

async function measure(client: PanelClient, signal: AbortSignal): Promise<void> {
  for await (const usage of await client.usage(undefined, { signal })) if (!signal.aborted) useLiveUsage.setState({ usage })
}
