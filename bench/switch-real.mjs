import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { startOwnEngine } from '../scripts/record/own-engine.mjs'
import { median, printFigure } from './lib/figures.mjs'

const IMAGE = 'djok/facecraft'
const root = join(import.meta.dirname, '..')

/** What this measures, by name. */
export const figures = ['switch.away-real']

/**
 * Ten switches each way with the real service. The image for the processor stands for both, and a hook that does nothing lets the
 * version for the graphics card start without one; so the engine is one of its own, and all that asks it runs in its network.
 */
export async function run() {
  execFileSync('docker', ['compose', '--profile', 'cpu', 'build', '--quiet'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  const hooks = mkdtempSync(join(tmpdir(), 'facecraft-bench-'))
  const hook = join(hooks, 'nvidia-container-runtime-hook')
  writeFileSync(hook, '#!/bin/sh\nexit 0\n')
  chmodSync(hook, 0o755)
  process.env.PATH = `${process.env.PATH}${delimiter}${hooks}`
  // The path of its socket may have 107 letters at most.
  const folder = mkdtempSync('/tmp/fcr-')
  const engine = await startOwnEngine(folder, { disk: '4g', images: [`${IMAGE}:cpu`], flags: ['--add-runtime', 'nvidia=runc'] })
  try {
    const env = { ...process.env, DOCKER_HOST: engine.host }
    execFileSync('docker', ['tag', `${IMAGE}:cpu`, `${IMAGE}:gpu`], { env })
    const inside = [`--net=/proc/${readFileSync(join(folder, 'pid'), 'utf8').trim()}/ns/net`, process.execPath, join(root, 'bench/lib/real-switches.mjs')]
    const measured = JSON.parse(execFileSync('nsenter', inside, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }))
    const above = measured.ours.map(({ gap, load }) => gap - load)
    printFigure({
      name: 'switch.away-real',
      unit: 'ms',
      ours: measured.ours.map(({ gap }) => gap),
      theirs: measured.theirs.map(({ gap }) => gap),
      note:
        `compose down && up -d --wait; the service's own load is ${Math.round(median(measured.ours.map(({ load }) => load)))} ms, ` +
        `away above it ${Math.round(median(above))} ms, at most ${Math.round(Math.max(...above))} ms (goal 700)`,
    })
  } finally {
    await engine.stop()
    rmSync(hooks, { recursive: true })
  }
}
