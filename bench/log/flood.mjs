import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { inTurn, printFigure } from '../lib/figures.mjs'
import { makeTalkingPlace, newestBuild } from './place.mjs'
import { drawnAt, go, load, memoryOf, openPanel, press, shownAt, watchStalls } from './window.mjs'
import { lineOf } from './write-records.mjs'

const RUNS = 5
const LINES = 1_000_000
const EVERY_MS = 200

/** A million lines at full speed: until the last is in the file and on the screen, and what that costs meanwhile. */
export async function measureFlood() {
  const place = makeTalkingPlace(LINES)
  const panel = await openPanel(place)
  const { page, app } = panel
  try {
    await page.getByRole('navigation', { name: 'Main' }).waitFor()
    await go(page, 'Build')
    const growth = []
    for (let i = 0; i < RUNS; i += 1) {
      growth.push(await growthOf(place, app.process().pid, () => flood(page)))
      await ended(place, page)
    }
    const [stalls, sides] = [[], []]
    const ours = async () => {
      const stop = await watchStalls(panel)
      const drawn = await flood(page)
      const { main, window } = await stop()
      stalls.push(Math.max(main, window))
      sides.push(`${Math.round(main)}/${Math.round(window)}`)
      await ended(place, page)
      return drawn - newestBuild(place).startedAt
    }
    const both = await inTurn(RUNS, ours, () => bare(place))
    const note = `records made by a stand-in for docker at full speed, since the engine clips; ${load()}`
    printFigure({
      name: 'log.wall',
      unit: 'ms',
      ours: both.ours,
      theirs: both.theirs,
      note: `${note}; from the start of the command to its last line on the screen; the same command alone into a file`,
    })
    printFigure({ name: 'log.stall', unit: 'ms', ours: stalls, note: `${note}; main/window in each run: ${sides.join(' ')}` })
    const told = (kind) => growth.map((grown) => Math.round(grown[kind])).join(' ')
    printFigure({
      name: 'log.memory',
      unit: 'MB',
      ours: growth.map(({ own }) => own),
      note: `${note}; highest PSS of all the panel's processes less that before, without the command and without pages of files, which any other Electron shares; ${told('own')}; with them ${told('all')}; looked at each ${EVERY_MS} ms in runs of their own, since looking takes a seventh of a core`,
    })
  } finally {
    await panel.close()
    place.clear()
  }
}

/** Builds; gives the page's clock when the last line is on the screen. */
async function flood(page) {
  await press(page, '^(Build the|Build again|Try again)')
  // The same line of the build before goes with its view.
  await shownAt(page, 'main h2', '^Building')
  return drawnAt(page, lineOf(LINES - 1).slice(0, 8))
}

// What is measured next begins when nothing is done any more: the text for the search is written last.
async function ended(place, page) {
  await shownAt(page, 'main h2', '^(?!Building)')
  while (!existsSync(join(newestBuild(place).folder, 'log.json'))) await wait(EVERY_MS)
}

async function growthOf(place, pid, build) {
  const before = memoryOf(pid)
  const most = { ...before }
  const looking = setInterval(() => {
    const now = memoryOf(pid, [newestBuild(place)?.pid])
    for (const kind of ['all', 'own']) most[kind] = Math.max(most[kind], now[kind])
  }, EVERY_MS)
  await build().finally(() => clearInterval(looking))
  return { all: most.all - before.all, own: most.own - before.own }
}

function bare(place) {
  const path = join(place.folder, 'bare.jsonl')
  const out = openSync(path, 'w')
  const began = performance.now()
  return new Promise((resolve) => {
    spawn('docker', ['compose', '--progress', 'json', 'build'], { env: { ...process.env, ...place.env }, stdio: ['ignore', out, 'inherit'] }).once(
      'exit',
      () => {
        const took = performance.now() - began
        closeSync(out)
        if (statSync(path).size < LINES * 100) throw new Error('the stand-in wrote too little')
        rmSync(path)
        resolve(took)
      },
    )
  })
}
