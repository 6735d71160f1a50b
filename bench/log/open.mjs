import { writeRecordsFile, lineOf } from './write-records.mjs'
import { printFigure } from '../lib/figures.mjs'
import { addEndedBuild, makePlace } from './place.mjs'
import { drawnAt, go, load, openPanel, press, shownAt } from './window.mjs'

const RUNS = 5
const GIGABYTE_OF_LINES = 3_400_000
const MILLION = 1_000_000
const TYPING_MS = 150
const COUNT = '[aria-label="Build log"] [role="status"]'

/** Opening a long log at its end, and finding in one of a million lines. */
export async function measureOpen() {
  await inEndedBuild(GIGABYTE_OF_LINES, async (page) => {
    const ours = []
    for (let i = 0; i < RUNS; i += 1) {
      const pressed = await press(page, '^Build')
      ours.push((await drawnAt(page, lineOf(GIGABYTE_OF_LINES - 1).slice(0, 8))) - pressed)
      await go(page, 'Home')
      await page.waitForTimeout(500)
    }
    printFigure({
      name: 'log.open',
      unit: 'ms',
      ours,
      note: `1 GB of records, ended before this panel began, no index at first; press to the last line drawn; slowest ${Math.round(Math.max(...ours))}; ${load()}`,
    })
  })
  await inEndedBuild(MILLION, async (page) => {
    await go(page, 'Build')
    await drawnAt(page, lineOf(MILLION - 1).slice(0, 8))
    const field = page.getByLabel('Find in log')
    await field.focus()
    // The log's text is written once, when the field is entered.
    const wrote = performance.now()
    await field.fill('nowhere')
    await shownAt(page, COUNT, 'Not found')
    const writing = Math.round(performance.now() - wrote)
    const [first, all] = [[], []]
    for (const [term, place, count] of [
      ['milestone', '00000000', '1,000'],
      ['00999999', '00999999', '1'],
      ['origin', '00000001', '999,000'],
      ['0500000', '00500000', '1'],
      ['reached', '00000000', '1,000'],
    ]) {
      const typed = await type(page, term)
      const [shown, counted] = await Promise.all([drawnAt(page, lineOf(Number(place)).slice(0, 30)), shownAt(page, COUNT, `^1 of ${count}$`)])
      first.push(shown - typed - TYPING_MS)
      all.push(counted - typed - TYPING_MS)
    }
    const note = `in the window, without the ${TYPING_MS} ms that it waits for the end of typing; the first search of all, which writes the text: ${writing} ms; through the engine 7 to 12 s; ${load()}`
    printFigure({ name: 'log.find-first', unit: 'ms', ours: first, note })
    printFigure({ name: 'log.find-all', unit: 'ms', ours: all, note })
  })
}

async function inEndedBuild(lines, measure) {
  const place = makePlace()
  addEndedBuild(place, (path) => writeRecordsFile(path, lines))
  const panel = await openPanel(place)
  try {
    await panel.page.getByRole('navigation', { name: 'Main' }).waitFor()
    await panel.page.waitForTimeout(3000)
    await measure(panel.page)
  } finally {
    await panel.close()
    place.clear()
  }
}

function type(page, term) {
  return page.evaluate((text) => {
    const field = document.querySelector('[aria-label="Find in log"]')
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, text)
    field.dispatchEvent(new Event('input', { bubbles: true }))
    return performance.timeOrigin + performance.now()
  }, term)
}
