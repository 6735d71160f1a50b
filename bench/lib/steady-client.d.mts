/** Somebody who uses the app all the time. */
export interface SteadyClient {
  /** Ends the asking; what went wrong, how often was asked, and how often an answer came. */
  stop(): { readonly failed: readonly string[]; readonly asked: number; readonly answered: number }
}

/** Begins to ask an address every 20 ms with a new connection, and as often with one that stays open. */
export function askSteadily(url: string): SteadyClient
