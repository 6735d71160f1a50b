import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { askSteadily } from './lib/asker.mjs'
import { inTurn, printFigure } from './lib/figures.mjs'
import { switchWarm } from './switch/warm.mjs'

const exec = promisify(execFile)
const RUNS = 10
const PORT = 18_440
const NAME = `fcbench-${process.pid}`
const root = join(import.meta.dirname, '..')
const stack = join(root, 'e2e/stand-in')

/** What this measures, by name. */
export const figures = ['switch.away', 'switch.rollback', 'switch.warm-failed']

/** Ten switches each way: ours against what a person would type; a stand-in without load time on both sides. */
export async function run() {
  const home = mkdtempSync(join(tmpdir(), 'facecraft-bench-'))
  const env = {
    ...process.env,
    FACECRAFT_PANEL_HOME: home,
    FACECRAFT_PANEL_PROJECT_NAME: NAME,
    FACECRAFT_STAND_IN: NAME,
    FACECRAFT_PUBLISHED_PORT: String(PORT),
  }
  const compose = (...args) => exec('docker', ['compose', '-p', NAME, '-f', join(stack, 'docker-compose.yml'), ...args], { env })
  const panel = (verb, profile, more = {}) =>
    exec(process.execPath, [join(root, 'out/main/headless.js'), verb, '--profile', profile, '--project', stack], {
      env: { ...env, ...more },
      maxBuffer: 1 << 26,
    }).catch((error) => error)
  let now = 'a'
  const other = () => (now === 'a' ? 'b' : 'a')
  try {
    await compose('--profile', '*', 'build', '--quiet')
    await compose('--profile', 'a', 'up', '-d', 'app-a')
    const ours = async () => {
      const gap = await away(() => panel('switch', other()))
      now = other()
      return gap
    }
    const theirs = async () => {
      const next = other()
      // Left stopped by our switch, on a network that `down` removes.
      await compose('--profile', '*', 'rm', '--force')
      const gap = await away(async () => {
        await compose('--profile', now, 'down')
        await compose('--profile', next, 'up', '-d', '--wait')
      })
      now = next
      return gap
    }
    const { ours: mine, theirs: typed } = await inTurn(RUNS, ours, theirs)
    printFigure({ name: 'switch.away', unit: 'ms', ours: mine, theirs: typed, note: 'longest time between two answers; compose down && up -d --wait' })
    await rollback({ compose, panel, mine: now })
    await compose('--profile', '*', 'down')
    await warm({ home, panel })
  } finally {
    await compose('--profile', '*', 'down', '--volumes', '--remove-orphans')
    await exec('docker', ['image', 'rm', '--force', `${NAME}:a`, `${NAME}:b`]).catch(() => undefined)
    rmSync(home, { recursive: true, force: true })
  }
}

// A version that ends at once: how long until the old one answers again, beside stopping and starting the old one alone.
async function rollback({ compose, panel, mine }) {
  if (mine !== 'a') await panel('switch', 'a')
  const ours = () => away(() => panel('switch', 'b', { FACECRAFT_STAND_IN_B: 'crash' }))
  const theirs = () =>
    away(async () => {
      await compose('--profile', 'a', 'stop', 'app-a')
      await compose('--profile', 'a', 'start', 'app-a')
    })
  const both = await inTurn(RUNS / 2, ours, theirs)
  printFigure({
    name: 'switch.rollback',
    unit: 'ms',
    ours: both.ours,
    theirs: both.theirs,
    note: 'new version ends at once; compose stop && start of the old one',
  })
}

async function warm({ home, panel }) {
  const { failed, asked, runs } = await switchWarm({ home, panel, url: `http://127.0.0.1:${PORT}/ready` })
  await panel('stop', 'a')
  printFigure({
    name: 'switch.warm-failed',
    unit: 'requests',
    ours: [failed.length],
    note: `${failed.length === 0 ? '' : `${[...new Set(failed)].join(', ')}; `}failed in ${runs} switches without a pause, of ${asked} asked every 20 ms, with new connections and with one that stays open`,
  })
}

async function away(act) {
  const asker = askSteadily(`http://127.0.0.1:${PORT}/ready`)
  await wait(200)
  await act()
  await wait(500)
  return asker.stop().gap
}
