// Runs in the network of the engine that it switches on; prints how long the service was away, and how much of it was its own load.
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { askSteadily } from './asker.mjs'
import { inTurn } from './figures.mjs'

const exec = promisify(execFile)
const RUNS = 10
const PORT = 18_442
const NAME = `fcbench-real-${process.pid}`
const root = join(import.meta.dirname, '../..')
const home = mkdtempSync(join(tmpdir(), 'facecraft-bench-'))
const env = { ...process.env, FACECRAFT_PANEL_HOME: home, FACECRAFT_PANEL_PROJECT_NAME: NAME, FACECRAFT_PUBLISHED_PORT: String(PORT) }
const compose = (...args) => exec('docker', ['compose', '-p', NAME, ...args], { env, cwd: root })
let now = 'cpu'
const other = () => (now === 'cpu' ? 'gpu' : 'cpu')

async function ready() {
  while (!(await fetch(`http://127.0.0.1:${PORT}/ready`).catch(() => null))?.ok) await wait(100)
}

async function measured(act) {
  const next = other()
  const asker = askSteadily(`http://127.0.0.1:${PORT}/ready`)
  await wait(500)
  await act(next)
  // The baseline is through once Docker says healthy, which may be before the service says ready.
  await ready()
  await wait(200)
  const { gap, backAt } = asker.stop()
  const { stdout } = await compose('ps', '--quiet', `facecraft-${next}`)
  const started = await exec('docker', ['inspect', '--format', '{{.State.StartedAt}}', stdout.trim()], { env })
  now = next
  return { gap, load: backAt - Date.parse(started.stdout.trim()) }
}
const ours = () =>
  measured(async (next) => {
    const panel = [join(root, 'out/main/headless.js'), 'switch', '--profile', next]
    await exec(process.execPath, panel, { env, cwd: root, maxBuffer: 1 << 26 })
  })
const theirs = async () => {
  // Left stopped by our switch, on a network that `down` removes.
  await compose('--profile', '*', 'rm', '--force')
  return measured(async (next) => {
    await compose('--profile', now, 'down')
    await compose('--profile', next, 'up', '-d', '--wait')
  })
}

try {
  await compose('--profile', 'cpu', 'up', '-d', '--wait', 'facecraft-cpu')
  await ready()
  console.log(JSON.stringify(await inTurn(RUNS, ours, theirs)))
} finally {
  await compose('--profile', '*', 'down', '--volumes')
  rmSync(home, { recursive: true, force: true })
}
