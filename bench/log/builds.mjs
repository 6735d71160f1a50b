import { execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { inTurn, printFigure } from '../lib/figures.mjs'
import { makePlace } from './place.mjs'
import { go, load, openPanel, press, shownAt } from './window.mjs'

const exec = promisify(execFile)
const RUNS = Number(process.env.FCBENCH_BUILDS ?? 5)
const WORK_S = 20

/** Builds of 20 s on the real engine: press to "started", to the first step, to the end, beside Compose alone. */
export async function measureBuilds() {
  const place = makePlace()
  const panel = await openPanel(place)
  const { page } = panel
  const [started, firstStep, firstRecord] = [[], [], []]
  const ours = async () => {
    newWork(place)
    const pressed = await press(page, '^(Build the|Build again|Try again)')
    const [title, step] = await Promise.all([shownAt(page, 'main h2', '^Building'), shownAt(page, '[aria-label="Build steps"] li', '.')])
    started.push(title - pressed)
    firstStep.push(step - pressed)
    return (await shownAt(page, 'main h2', 'is built$')) - pressed
  }
  const theirs = async () => {
    newWork(place)
    const began = performance.now()
    const args = ['compose', '-p', place.name, '--profile', 'a', '--progress', 'json', '-f', join(place.project, 'docker-compose.yml'), 'build', 'app-a']
    const child = spawn('docker', args, { env: { ...process.env, ...place.env }, stdio: ['ignore', 'pipe', 'ignore'] })
    child.stdout.once('data', () => firstRecord.push(performance.now() - began))
    child.stdout.resume()
    await new Promise((resolve) => child.once('exit', resolve))
    return performance.now() - began
  }
  try {
    await page.getByRole('navigation', { name: 'Main' }).waitFor()
    await go(page, 'Build')
    const both = await inTurn(RUNS, ours, theirs)
    printFigure({ name: 'build.started', unit: 'ms', ours: started, note: `press to the words on the screen; ${load()}` })
    printFigure({
      name: 'build.first-step',
      unit: 'ms',
      ours: firstStep,
      theirs: firstRecord,
      note: `press to the first step on the screen; Compose alone to its first record; ${load()}`,
    })
    printFigure({
      name: 'build.overhead',
      unit: 'ms',
      ours: both.ours,
      theirs: both.theirs,
      note: `a step of ${WORK_S} s on the real engine, press to "is built"; docker compose build alone; ${load()}`,
    })
  } finally {
    await panel.close()
    await exec('docker', ['image', 'rm', '--force', `${place.name}:a`]).catch(() => undefined)
    place.clear()
  }
}

function newWork({ project }) {
  writeFileSync(
    join(project, 'Dockerfile'),
    `FROM debian:trixie-slim\nRUN sleep ${WORK_S} && echo ${randomBytes(6).toString('hex')}\nCMD ["sleep", "infinity"]\n`,
  )
}
