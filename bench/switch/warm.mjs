import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { askSteadily } from '../lib/steady-client.mjs'

const RUNS = 100

/**
 * A hundred switches without a pause, while a client asks every 20 ms with a new connection each, and another with one that stays open.
 * @param {{ home: string, url: string, panel: (verb: string, profile: string) => Promise<unknown> }} place
 * @returns {Promise<{ failed: string[], asked: number, runs: number }>} what went wrong, in words
 */
export async function switchWarm({ home, url, panel }) {
  writeFileSync(join(home, 'settings.json'), JSON.stringify({ withoutPause: true, openWhenReady: false }))
  await panel('start', 'a')
  const asker = askSteadily(url)
  let runs = 0
  for (; runs < RUNS; runs += 1) {
    const ended = await panel('switch', runs % 2 === 0 ? 'b' : 'a')
    if (ended instanceof Error) throw ended
  }
  await wait(500)
  return { ...asker.stop(), runs }
}
