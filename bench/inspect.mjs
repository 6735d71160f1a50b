import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { inTurn, printFigure } from './lib/figures.mjs'

const exec = promisify(execFile)
const RUNS = 5
const root = join(import.meta.dirname, '..')

/** What this measures, by name. */
export const figures = ['inspect.wall']

/** Reads the bundled project as a whole process, against Compose reading it once. */
export async function run() {
  const inspect = () => timed(() => exec(process.execPath, [join(root, 'out/main/headless.js'), 'inspect', root]))
  const config = () => timed(() => exec('docker', ['compose', 'config', '--format', 'json'], { cwd: root }))
  // Once each beforehand: the first run reads the programs from the disk.
  await inspect()
  await config()
  printFigure({
    name: 'inspect.wall',
    unit: 'ms',
    ...(await inTurn(RUNS, inspect, config)),
    note: 'bundled project, whole process, against one docker compose config',
  })
}

async function timed(work) {
  const began = performance.now()
  await work()
  return performance.now() - began
}
