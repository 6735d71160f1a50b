import { request } from 'node:http'
import { performance } from 'node:perf_hooks'

const EVERY_MS = 4
const PATIENCE_MS = 500

/**
 * Asks an address every 4 ms on a new connection, until stopped.
 * @returns {{ stop: () => { gap: number, backAt: number, failed: number } }} longest time in ms between two good answers, the clock at
 *   its end, and how many were bad
 */
export function askSteadily(url) {
  let last = performance.now()
  let longest = 0
  let backAt = 0
  let failed = 0
  let done = false
  const timer = setInterval(() => {
    const began = performance.now()
    const one = request(url, { agent: false, timeout: PATIENCE_MS }, (answer) => {
      answer.resume()
      if (answer.statusCode !== 200) failed += 1
      else if (!done && began > last) {
        const gap = performance.now() - last
        if (gap > longest) [longest, backAt] = [gap, Date.now()]
        last = performance.now()
      }
    })
    one.on('timeout', () => one.destroy())
    one.on('error', () => {
      failed += 1
    })
    one.end()
  }, EVERY_MS)
  return {
    stop() {
      done = true
      clearInterval(timer)
      return { gap: longest, backAt, failed }
    },
  }
}
