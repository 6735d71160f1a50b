import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { atEnd } from '../scripts/lib/endings.mjs'
import { run as inside } from '../scripts/lib/run.mjs'
import { startOwnEngine } from '../scripts/record/own-engine.mjs'
import { median, printFigure } from './lib/figures.mjs'

const IMAGE = 'djok/facecraft'
const root = join(import.meta.dirname, '..')

// What lets Docker and the panel believe in a card: the hook of the add-on, the driver's program here and in the package.
const CARD = {
  'nvidia-container-runtime-hook': '#!/bin/sh\nexit 0\n',
  'nvidia-smi': `#!/bin/sh
case "$*" in
-L) echo "GPU 0: Stand-in card (UUID: GPU-0)" ;;
*--loop*) while :; do echo "Stand-in card, 590.48, 8192, 100, 0"; sleep 1; done ;;
*) echo "Stand-in card, 590.48, 8192, 100, 0" ;;
esac
`,
  Dockerfile: `FROM ${IMAGE}:cpu\nCOPY nvidia-smi /usr/bin/nvidia-smi\n`,
}

/** What this measures, by name. */
export const figures = ['switch.away-real']

/**
 * Ten switches each way with the real service. The package for the processor stands for both, and a card is made believe, so that
 * the version for the graphics card starts without one; the engine is one of its own, and all that asks it runs in its network.
 */
export async function run() {
  execFileSync('docker', ['compose', '--profile', 'cpu', 'build', '--quiet'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  const programs = mkdtempSync(join(tmpdir(), 'facecraft-bench-'))
  for (const [name, text] of Object.entries(CARD)) writeFileSync(join(programs, name), text, { mode: 0o755 })
  process.env.PATH = `${process.env.PATH}${delimiter}${programs}`
  // The path of its socket may have 107 letters at most.
  const folder = mkdtempSync('/tmp/fcr-')
  const engine = await startOwnEngine(folder, { disk: '4g', images: [`${IMAGE}:cpu`], flags: ['--add-runtime', 'nvidia=runc'] })
  atEnd(async () => {
    await engine.stop()
    rmSync(programs, { recursive: true })
  })
  const env = { ...process.env, DOCKER_HOST: engine.host }
  execFileSync('docker', ['build', '--quiet', '--tag', `${IMAGE}:gpu`, programs], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  const network = `--net=/proc/${readFileSync(join(folder, 'pid'), 'utf8').trim()}/ns/net`
  const { code, stdout, output } = await inside(['nsenter', network, process.execPath, join(root, 'bench/lib/real-switches.mjs')], { env })
  if (code !== 0) throw new Error(output)
  const { ours, theirs } = JSON.parse(stdout)
  const above = ours.map(({ gap, load }) => gap - load)
  printFigure({
    name: 'switch.away-real',
    unit: 'ms',
    ours: ours.map(({ gap }) => gap),
    theirs: theirs.map(({ gap }) => gap),
    note:
      `compose down && up -d --wait; the service's own load is ${Math.round(median(ours.map(({ load }) => load)))} ms, ` +
      `away above it ${Math.round(median(above))} ms, at most ${Math.round(Math.max(...above))} ms (goal 700)`,
  })
}
