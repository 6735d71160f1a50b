import { Agent, request } from 'node:http'

const EVERY_MS = 20

/** Somebody who uses the app all the time: asks every 20 ms with a new connection, and as often with one that stays open. */
export interface SteadyClient {
  /** Ends the asking; what went wrong, and how often an answer came. */
  stop(): { readonly failed: readonly string[]; readonly answered: number }
}

/** Begins to ask an address. */
export function askSteadily(url: string): SteadyClient {
  const failed: string[] = []
  const kept = new Agent({ keepAlive: true, maxSockets: 1 })
  let answered = 0
  let waits = false
  const ask = (agent: Agent | false): void => {
    // On one connection there is one question at a time.
    if (agent && waits) return
    waits ||= agent !== false
    const one = request(url, { agent, timeout: 5000 }, (answer) => {
      answer.resume()
      answered += 1
      if (answer.statusCode !== 200) failed.push(`status ${answer.statusCode}`)
    })
    one.on('timeout', () => one.destroy(new Error('no answer')))
    one.on('error', (error) => failed.push(`${agent ? 'kept' : 'new'}: ${error.message}`))
    one.on('close', () => (waits &&= agent === false))
    one.end()
  }
  const timer = setInterval(() => {
    ask(false)
    ask(kept)
  }, EVERY_MS)
  return {
    stop() {
      clearInterval(timer)
      kept.destroy()
      return { failed, answered }
    },
  }
}
