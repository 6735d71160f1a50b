import { createRequire } from 'node:module'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { _electron } from '@playwright/test'
import Docker from 'dockerode'
import { printFigure } from './lib/figures.mjs'
import { openStandIn } from './lib/stand-in.mjs'

const PORT = 18_813
const CYCLES = Number(process.env.FACECRAFT_SOAK_CYCLES ?? 1000)
const LOOKS = 40
// Caches and compiled code fill first: what they take is no growth.
const WARM_UP = Number(process.env.FACECRAFT_SOAK_WARM_UP ?? 1000)
const FLAP_EACH = 4
const root = join(import.meta.dirname, '..')

/** What this measures, by name. */
export const figures = ['soak.memory', 'soak.heap', 'soak.handles', 'soak.listeners']

/** Starts, stops, flaps and logs of the stand-in under the open panel: FACECRAFT_SOAK_CYCLES of them, after FACECRAFT_SOAK_WARM_UP that do not count. */
export async function run() {
  const app = await openStandIn(PORT)
  try {
    await app.compose('up', '-d', 'app-a')
    const [socketPath] = (process.env.DOCKER_HOST ?? 'unix:///var/run/docker.sock').split('unix://').slice(1)
    const id = (await app.compose('ps', '--quiet', 'app-a')).trim()
    const container = new Docker({ socketPath }).getContainer(id)
    const panel = await openPanel(app)
    try {
      const looks = []
      const between = Math.max(1, Math.floor(CYCLES / LOOKS))
      for (let cycle = 1; cycle <= WARM_UP + CYCLES; cycle += 1) {
        await once({ app, container, panel, flap: cycle % FLAP_EACH === 0 })
        if (cycle % between !== 0) continue
        const look = await panel.look()
        console.error(`cycle ${cycle} of ${WARM_UP + CYCLES}: ${look.memory.toFixed(1)} MB, heaps ${look.heap.toFixed(2)} MB`)
        if (cycle >= WARM_UP) looks.push(look)
      }
      tell(looks)
    } finally {
      await panel.close()
    }
  } finally {
    await app.close()
  }
}

async function once({ app, container, panel, flap }) {
  await container.stop({ t: 2 })
  await panel.until('Stopped')
  await container.start()
  await panel.until('Ready')
  await fetch(`${app.base}/fault/log/50`)
  if (!flap) return
  await fetch(`${app.base}/fault/unready/1`)
  await panel.until('No answer')
  await panel.until('Ready')
}

async function openPanel(app) {
  const asRoot = process.platform === 'linux' && process.getuid() === 0 ? ['--no-sandbox'] : []
  const electron = await _electron.launch({
    executablePath: createRequire(import.meta.url)('electron'),
    args: [...asRoot, '--js-flags=--expose-gc', root],
    cwd: root,
    env: { ...app.env, FACECRAFT_PANEL_PROJECT_NAME: app.name, FACECRAFT_PANEL_PROJECT: app.stack },
  })
  const page = await electron.firstWindow()
  const line = await page.context().newCDPSession(page)
  await line.send('Performance.enable')
  const main = electron.process().pid
  const renderer = await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].webContents.getOSProcessId())
  // Caches are emptied and the heaps packed: free places in half-used pages are no growth either.
  const giveBack = async () => {
    await line.send('Memory.simulatePressureNotification', { level: 'critical' })
    await electron.evaluate(() => globalThis.gc({ type: 'major', flavor: 'last-resort' }))
    await page.evaluate(() => globalThis.gc({ type: 'major', flavor: 'last-resort' }))
  }
  // Health shows the most.
  await page.keyboard.press('Control+4')
  return {
    until: (word) => page.getByText(word, { exact: true }).first().waitFor({ timeout: 60_000 }),
    async look() {
      await giveBack()
      await wait(1000)
      await giveBack()
      const { metrics } = await line.send('Performance.getMetrics')
      const of = (name) => metrics.find((metric) => metric.name === name).value
      const { resources, listeners, heap } = await electron.evaluate(() => ({
        resources: process.getActiveResourcesInfo().filter((kind) => kind !== 'Immediate').length,
        listeners: process.eventNames().reduce((sum, name) => sum + process.listenerCount(name), 0),
        heap: process.memoryUsage().heapUsed,
      }))
      return {
        at: performance.now(),
        memory: ownMemoryOf(main) + ownMemoryOf(renderer),
        heap: (heap + of('JSHeapUsedSize')) / 2 ** 20,
        handles: resources + readdirSync(`/proc/${main}/fd`).length,
        listeners: listeners + of('JSEventListeners'),
      }
    },
    close: () => electron.close(),
  }
}

function tell(looks) {
  const [first, last] = [looks[0], looks.at(-1)]
  const minutes = ((last.at - first.at) / 60_000).toFixed(1)
  const said = (name) => `${first[name].toFixed(1)} to ${last[name].toFixed(1)}`
  const note = `${CYCLES} cycles in ${minutes} min after ${WARM_UP} to warm up; window and main process after all was given back`
  const [memory, heap] = [slope(looks, 'memory'), slope(looks, 'heap')]
  printFigure({ name: 'soak.memory', unit: 'MB an hour', ours: [memory.slope], note: `± ${memory.error.toFixed(2)}; own memory ${said('memory')} MB; ${note}` })
  printFigure({ name: 'soak.heap', unit: 'MB an hour', ours: [heap.slope], note: `± ${heap.error.toFixed(2)}; the JavaScript heaps alone, ${said('heap')} MB` })
  printFigure({ name: 'soak.handles', unit: 'more', ours: [last.handles - first.handles], note: said('handles') })
  printFigure({ name: 'soak.listeners', unit: 'more', ours: [last.listeners - first.listeners], note: said('listeners') })
}

// What a process shares with others changes with those others.
function ownMemoryOf(pid) {
  return Number(/^Private_Dirty:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))[1]) / 1024
}

// Of the line that fits all looks best, so that one odd look does not decide; with that line's standard error.
function slope(looks, name) {
  const hours = looks.map((look) => look.at / 3_600_000)
  const values = looks.map((look) => look[name])
  const mean = (numbers) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length
  const [x, y] = [mean(hours), mean(values)]
  const spread = hours.reduce((sum, hour) => sum + (hour - x) ** 2, 0)
  const rise = hours.reduce((sum, hour, at) => sum + (hour - x) * (values[at] - y), 0) / spread
  const left = hours.reduce((sum, hour, at) => sum + (values[at] - y - rise * (hour - x)) ** 2, 0)
  return { slope: rise, error: Math.sqrt(left / (looks.length - 2) / spread) }
}
