import { statSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { printFigure } from '../lib/figures.mjs'
import { makeTalkingPlace, newestBuild } from './place.mjs'
import { drawnAt, go, load, openPanel, press, shownAt } from './window.mjs'
import { begins, ends, lineOf, recordOf } from './write-records.mjs'

const LINES = 300_000
const SECONDS = 75
const STALL_MS = 60_000
const KILL_AFTER_MS = 65_000

/** Bytes that never reached the file although the window did nothing for a minute and the panel was killed in between. */
export async function measureLost() {
  const place = makeTalkingPlace(LINES, SECONDS)
  const first = await openPanel(place)
  try {
    await first.page.getByRole('navigation', { name: 'Main' }).waitFor()
    await go(first.page, 'Build')
    await press(first.page, '^Build the')
    await shownAt(first.page, 'main h2', '^Building')
    const stalled = first.page
      .evaluate((until) => {
        for (const end = performance.now() + until; performance.now() < end;);
      }, STALL_MS)
      .catch(() => undefined)
    await wait(KILL_AFTER_MS)
    await stalled
    first.app.process().kill('SIGKILL')
    const again = await openPanel(place)
    try {
      await go(again.page, 'Build')
      await drawnAt(again.page, lineOf(LINES - 1).slice(0, 8))
      let expected = begins.length + ends.length
      for (let i = 0; i < LINES; i += 1) expected += recordOf(lineOf(i)).length
      const lost = expected - statSync(newestBuild(place).records).size
      printFigure({
        name: 'log.lost',
        unit: 'bytes',
        ours: [lost],
        note: `${LINES} lines in ${SECONDS} s from a stand-in for docker, window stalled 60 s, panel killed, opened again, last line drawn; ${load()}`,
      })
    } finally {
      await again.close()
    }
  } finally {
    await first.close().catch(() => undefined)
    place.clear()
  }
}
