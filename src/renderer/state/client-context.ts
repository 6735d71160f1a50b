import { createContext, use } from 'react'
import type { PanelClient } from './client'

/** Hands the client to every screen; the gallery puts a made-up one here. */
export const ClientContext = createContext<PanelClient | null>(null)

/** The client that reaches the main process. */
export function useClient(): PanelClient {
  const client = use(ClientContext)
  if (!client) throw new Error('no client around this component')
  return client
}
