import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { printFigure } from '../lib/figures.mjs'
import { addEndedBuild, makePlace } from './place.mjs'
import { drawnAt, go, load, openPanel, watchStalls } from './window.mjs'
import { begins, ends, recordOf } from './write-records.mjs'

const RUNS = 5
const LAST = 'the last line'
const hostile = {
  'one line of 10 MB': 'x'.repeat(10_000_000),
  'binary junk': randomBytes(1_000_000),
  'colour changes': Array.from({ length: 100_000 }, (_, i) => `\x1b[3${i % 8}m${i % 10}`).join(''),
  'escape floods': '\x1b[99999999b\x1b[99999999@\x1b[99999999L\x1b]52;c;eA==\x07\x1b[c\x1b[6n'.repeat(5000),
}

/** The longest stall while output is shown that was made to hurt. */
export async function measureHostile() {
  const worst = []
  const told = []
  for (const [name, output] of Object.entries(hostile)) {
    const stalls = await stallsOf(Buffer.concat([Buffer.from(output), Buffer.from(`\n${LAST}\n`)]))
    worst.push(Math.max(...stalls))
    told.push(`${name} ${Math.round(worst.at(-1))}`)
  }
  printFigure({
    name: 'log.hostile',
    unit: 'ms',
    ours: [Math.max(...worst)],
    note: `the worst of main and window in ${RUNS} looks each: ${told.join(', ')}; ${load()}`,
  })
}

async function stallsOf(output) {
  const place = makePlace()
  addEndedBuild(place, (path) => writeFileSync(path, begins + recordOf(output) + ends))
  const panel = await openPanel(place)
  try {
    await panel.page.getByRole('navigation', { name: 'Main' }).waitFor()
    await panel.page.waitForTimeout(2000)
    // The screen itself is loaded first.
    await go(panel.page, 'Build')
    await drawnAt(panel.page, LAST)
    await go(panel.page, 'Home')
    await panel.page.waitForTimeout(500)
    const stop = await watchStalls(panel)
    for (let i = 0; i < RUNS; i += 1) {
      await go(panel.page, 'Build')
      await drawnAt(panel.page, LAST)
      await go(panel.page, 'Home')
    }
    const { main, window } = await stop()
    return [main, window]
  } finally {
    await panel.close()
    place.clear()
  }
}
