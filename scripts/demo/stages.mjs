import { join } from 'node:path'
import { timeSince } from '../lib/say.mjs'

/**
 * Tells the demo's stages one by one: a line with the time each took and a numbered picture of the window.
 * @param {{ screenshot: (options: { path: string }) => Promise<unknown> }} page the window
 * @returns {(words: string, act: () => Promise<unknown>) => Promise<void>} runs one stage; if it fails, the picture is still taken
 */
export function tellStages(page, folder) {
  let number = 0
  return async (words, act) => {
    number += 1
    const start = performance.now()
    const path = join(folder, `${String(number).padStart(2, '0')}-${words.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.png`)
    try {
      await act()
      console.log(`${number}. ${words} (${timeSince(start)})`)
    } catch (error) {
      console.log(`${number}. ${words}: FAILED (${timeSince(start)})\n   ${error.message}`)
      throw error
    } finally {
      await page.screenshot({ path })
    }
  }
}
