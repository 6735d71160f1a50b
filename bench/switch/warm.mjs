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
 * @returns {Promise<{ failed: number, asked: number, runs: number }>}
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
  let [failed, asked] = [0, 0]
  const ask = (agent) => {
    asked += 1
    const one = request(url, { agent, timeout: PATIENCE_MS }, (answer) => {
      answer.resume()
      if (answer.statusCode !== 200) failed += 1
    })
    one.on('timeout', () => one.destroy())
    one.on('error', () => {
      failed += 1
    })
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
