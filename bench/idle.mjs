import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { _electron } from '@playwright/test'
import { inTurn, printFigure } from './lib/figures.mjs'
import { memoryOf, timeOf, treeOf } from './lib/process-tree.mjs'
import { openStandIn } from './lib/stand-in.mjs'

const PORT = 18_812
const STARTS = 5
const SETTLE_MS = 8000
const MEMORY_RUNS = 3
const MEMORY_MS = 20_000
const WATCH_S = Number(process.env.FACECRAFT_IDLE_SECONDS ?? 300)
const root = join(import.meta.dirname, '..')

/** What this measures, by name. */
export const figures = ['start.paint', 'start.paint-absent', 'start.paint-hung', 'start.live', 'idle.memory', 'idle.cpu', 'idle.spawned']

/** The built panel beside a blank Electron window; needs a display. FACECRAFT_IDLE_SECONDS sets how long both are watched. */
export async function run() {
  const folder = mkdtempSync(join(tmpdir(), 'facecraft-bench-'))
  const blank = join(folder, 'blank')
  writeFileSync(
    `${blank}.js`,
    "const { app, BrowserWindow } = require('electron'); app.whenReady().then(() => new BrowserWindow({ width: 1100, height: 720 }).loadURL('data:text/html,<h1>blank</h1>'))",
  )
  const silent = createServer(() => undefined).listen(join(folder, 'silent'))
  try {
    await paint('start.paint', { blank, folder }, {})
    await paint('start.paint-absent', { blank, folder }, { DOCKER_HOST: `unix://${folder}/absent` })
    await paint('start.paint-hung', { blank, folder }, { DOCKER_HOST: `unix://${folder}/silent` })
    await idle({ blank, folder })
  } finally {
    silent.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function paint(name, { blank, folder }, env) {
  const home = mkdtempSync(join(folder, 'home-'))
  const start = (main) => firstPaint([main], { ...env, FACECRAFT_PANEL_HOME: home })
  // As on every day but the first: what Chromium keeps of earlier starts is there.
  await start(root)
  const both = await inTurn(
    STARTS,
    () => start(root),
    () => start(`${blank}.js`),
  )
  printFigure({ name, unit: 'ms', ours: both.ours, theirs: both.theirs, note: 'from the start of the process to the first paint with words; a blank window' })
}

function firstPaint(args, env) {
  const began = Date.now()
  return withWindow(args, env, async ({ window }) => {
    await window.waitForFunction(() => document.querySelector('h1, h2') !== null && performance.getEntriesByName('first-contentful-paint').length > 0)
    return (await window.evaluate(() => performance.timeOrigin + performance.getEntriesByName('first-contentful-paint')[0].startTime)) - began
  })
}

async function idle({ blank, folder }) {
  const app = await openStandIn(PORT)
  try {
    await app.compose('up', '-d', 'app-a')
    const env = { ...app.env, FACECRAFT_PANEL_PROJECT_NAME: app.name, FACECRAFT_PANEL_PROJECT: app.stack }
    await live(env, `${blank}.js`)
    const home = mkdtempSync(join(folder, 'home-'))
    // One after the other: each would be given half of what both share.
    const alone = await inTurn(
      MEMORY_RUNS,
      () => memoryAlone([root], env),
      () => memoryAlone([`${blank}.js`], { FACECRAFT_PANEL_HOME: home }),
    )
    printFigure({ name: 'idle.memory', unit: 'MB', ...alone, note: `PSS after ${MEMORY_MS / 1000} s, one after the other, window open; a blank window` })
    // Both at the same time: what else the computer does disturbs them alike.
    const [ours, theirs] = await Promise.all([watched([root], env), watched([`${blank}.js`], { FACECRAFT_PANEL_HOME: home })])
    const note = `${WATCH_S} s, both at the same time, window open; a blank window`
    printFigure({ name: 'idle.cpu', unit: '% of a core', ours: [ours.cpu], theirs: [theirs.cpu], note })
    printFigure({ name: 'idle.spawned', unit: 'a minute', ours: [ours.spawned], theirs: [theirs.spawned], note: `looked each 20 ms; ${note}` })
  } finally {
    await app.close()
  }
}

async function live(env, blank) {
  await liveAfterPaint(env)
  const { ours, theirs } = await inTurn(
    STARTS,
    () => liveAfterPaint(env),
    () => firstPaint([blank], { FACECRAFT_PANEL_HOME: env.FACECRAFT_PANEL_HOME }),
  )
  printFigure({
    name: 'start.live',
    unit: 'ms',
    ours,
    theirs,
    note: 'from the first paint to the words that the running app is ready; a blank window from its start to its paint',
  })
}

function liveAfterPaint(env) {
  return withWindow([root], env, ({ window }) =>
    window.evaluate(
      () =>
        new Promise((resolve) => {
          const look = () => {
            if (document.querySelector('h2')?.textContent !== 'Facecraft is ready') return
            seen.disconnect()
            requestAnimationFrame((at) => resolve(at - performance.getEntriesByName('first-contentful-paint')[0].startTime))
          }
          const seen = new MutationObserver(look)
          seen.observe(document, { subtree: true, childList: true, characterData: true })
          look()
        }),
    ),
  )
}

function memoryAlone(args, env) {
  return withWindow(args, env, async ({ pid }) => {
    await wait(MEMORY_MS)
    return memoryOf(treeOf(pid))
  })
}

function watched(args, env) {
  return withWindow(args, env, async ({ pid }) => {
    await wait(SETTLE_MS)
    const before = new Set(treeOf(pid))
    const began = { at: performance.now(), time: timeOf([...before]) }
    const born = new Set()
    for (const end = began.at + WATCH_S * 1000; performance.now() < end; await wait(20)) for (const one of treeOf(pid)) if (!before.has(one)) born.add(one)
    const seconds = (performance.now() - began.at) / 1000
    return { cpu: (timeOf([...before]) - began.time) / (seconds * 10), spawned: (born.size * 60) / seconds }
  })
}

async function withWindow(args, env, measure) {
  const asRoot = process.platform === 'linux' && process.getuid() === 0 ? ['--no-sandbox'] : []
  const app = await _electron.launch({
    executablePath: createRequire(import.meta.url)('electron'),
    args: [...asRoot, ...args],
    cwd: root,
    env: { ...process.env, ...env },
  })
  try {
    return await measure({ window: await app.firstWindow(), pid: app.process().pid })
  } finally {
    await app.close()
  }
}
