import { Agent, request } from 'node:http'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const RUNS = 100
const EVERY_MS = 20
const PATIENCE_MS = 5000

/**
 * A hundred switches without a pause, while a client asks every 20 ms with a new connection each, and another with one that stays open.
 * @param {{ home: string, url: string, panel: (verb: string, profile: string) => Promise<unknown> }} place
 * @returns {Promise<{ failed: string[], asked: number, runs: number }>} what went wrong, in words
 */
export async function switchWarm({ home, url, panel }) {
  writeFileSync(join(home, 'settings.json'), JSON.stringify({ withoutPause: true, openWhenReady: false }))
  await panel('start', 'a')
  const asker = askTwice(url)
  let runs = 0
  for (; runs < RUNS; runs += 1) {
    const ended = await panel('switch', runs % 2 === 0 ? 'b' : 'a')
    if (ended instanceof Error) throw ended
  }
  await wait(500)
  return { ...asker.stop(), runs }
}

function askTwice(url) {
  const kept = new Agent({ keepAlive: true, maxSockets: 1 })
  const failed = []
  let asked = 0
  let waits = false
  const ask = (agent) => {
    // On one connection there is one question at a time.
    if (agent && waits) return
    waits ||= agent !== false
    asked += 1
    const one = request(url, { agent, timeout: PATIENCE_MS }, (answer) => {
      answer.resume()
      if (answer.statusCode !== 200) failed.push(`status ${answer.statusCode}`)
    })
    one.on('timeout', () => one.destroy(new Error(`no answer within ${PATIENCE_MS} ms`)))
    one.on('error', (error) => failed.push(error.message))
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
      return { failed, asked }
    },
  }
}
