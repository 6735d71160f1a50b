import { Agent, request } from 'node:http'

const EVERY_MS = 20
const PATIENCE_MS = 5000

/** Begins to ask an address every 20 ms with a new connection, and as often with one that stays open. */
export function askSteadily(url) {
  const failed = []
  const kept = new Agent({ keepAlive: true, maxSockets: 1 })
  let [asked, answered] = [0, 0]
  let waits = false
  const ask = (agent) => {
    // On one connection there is one question at a time.
    if (agent && waits) return
    waits ||= agent !== false
    asked += 1
    const one = request(url, { agent, timeout: PATIENCE_MS }, (answer) => {
      answer.resume()
      answered += 1
      if (answer.statusCode !== 200) failed.push(`status ${answer.statusCode}`)
    })
    one.on('timeout', () => one.destroy(new Error(`no answer within ${PATIENCE_MS} ms`)))
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
      return { failed, asked, answered }
    },
  }
}
