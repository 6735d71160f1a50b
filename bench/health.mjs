import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { inTurn, printFigure } from './lib/figures.mjs'
import { openSources } from './lib/sources.mjs'
import { openStandIn } from './lib/stand-in.mjs'

const PORT = 18_811
const ROUNDS = 3
// A question each half second finds out anywhere in it: fewer rounds would tell of chance.
const OUTAGE_ROUNDS = 9
const OUTAGES = 20
const CONTAINERS = 199

/** What this measures, by name. */
export const figures = ['health.ready', 'health.unready', 'health.dead', 'health.missed', 'status.round', 'health.hours']

/** From the truth (an own question each 3 ms) to the panel's knowing it, beside Docker's own events of the same moments. */
export async function run() {
  const app = await openStandIn(PORT)
  const closing = new AbortController()
  const events = followDocker(app)
  const sources = await openSources()
  // The same container for both: its own health check is what Docker's events come from.
  const more = mkdtempSync(join(tmpdir(), 'facecraft-bench-'))
  const test = '["CMD", "python3", "-c", "import urllib.request as u; u.urlopen(\'http://127.0.0.1:8000/ready\')"]'
  writeFileSync(
    join(more, 'health.yml'),
    `services:\n  app-a:\n    healthcheck: { test: ${test}, interval: 2s, timeout: 2s, retries: 3, start_period: 10s, start_interval: 500ms }\n`,
  )
  try {
    Object.assign(process.env, app.env)
    await app.docker(
      'compose',
      '-p',
      app.name,
      '--profile',
      'a',
      '-f',
      join(app.stack, 'docker-compose.yml'),
      '-f',
      join(more, 'health.yml'),
      'up',
      '-d',
      'app-a',
    )
    const { openPanel } = await sources.load('/src/main/panel.ts')
    const panel = openPanel({ folder: app.stack, file: 'docker-compose.yml', name: app.name }, closing.signal)
    // As with an open window.
    panel.look()
    const ours = []
    panel.hub.listen(({ change }) => change.type === 'app' && ours.push({ at: performance.now(), kind: change.app.kind }))
    await until(() => panel.hub.state().app.kind === 'ready' && events.seen.some((e) => e.what.endsWith(': healthy')))
    await readiness({ app, ours, theirs: events.seen })
    await death({ app, ours, theirs: events.seen, panel })
    await missed({ app, ours, theirs: events.seen })
    await round({ app, panel })
    hours(await sources.load('/src/core/health/hour.ts'))
  } finally {
    closing.abort()
    events.stop()
    await sources.close()
    rmSync(more, { recursive: true })
    await app.close()
  }
}

async function readiness({ app, ours, theirs }) {
  const taken = { unready: [[], []], ready: [[], []] }
  for (let i = 0; i < OUTAGE_ROUNDS; i += 1) {
    const [mine, docker] = [ours.length, theirs.length]
    await fetch(`${app.base}/fault/unready/${9 + i * 0.13}`)
    const down = performance.now()
    await truth(app, 200)
    const up = performance.now()
    await until(() => theirs.slice(docker).some((e) => e.what.endsWith(': healthy')) && ours.at(-1).kind === 'ready')
    taken.unready[0].push(ours.slice(mine).find((e) => e.kind === 'not-answering').at - down)
    taken.ready[0].push(ours.slice(mine).findLast((e) => e.kind === 'ready').at - up)
    taken.unready[1].push(theirs.slice(docker).find((e) => e.what.endsWith(': unhealthy')).at - down)
    taken.ready[1].push(theirs.slice(docker).find((e) => e.what.endsWith(': healthy')).at - up)
  }
  const note = 'Docker: its health events of the same outage of 9 s, check every 2 s, 3 retries'
  printFigure({ name: 'health.ready', unit: 'ms', ours: taken.ready[0], theirs: taken.ready[1], note })
  printFigure({ name: 'health.unready', unit: 'ms', ours: taken.unready[0], theirs: taken.unready[1], note })
}

async function death({ app, ours, theirs, panel }) {
  const taken = [[], []]
  for (let i = 0; i < ROUNDS; i += 1) {
    await until(() => panel.hub.state().app.kind === 'ready')
    await wait(1500 + i * 130)
    const [mine, docker] = [ours.length, theirs.length]
    await fetch(`${app.base}/fault/exit/1`)
    await truth(app, null)
    const dead = performance.now()
    await until(() => ours.length > mine && theirs.slice(docker).some((e) => e.what === 'die'))
    taken[0].push(Math.max(0, ours[mine].at - dead))
    taken[1].push(Math.max(0, theirs.slice(docker).find((e) => e.what === 'die').at - dead))
  }
  printFigure({ name: 'health.dead', unit: 'ms', ours: taken[0], theirs: taken[1], note: 'the program ends itself; Docker: its event "die"' })
}

async function missed({ app, ours, theirs }) {
  await until(() => ours.at(-1).kind === 'ready')
  await wait(2000)
  const [mine, docker] = [ours.length, theirs.length]
  for (let i = 0; i < OUTAGES; i += 1) {
    await fetch(`${app.base}/fault/unready/1`)
    await wait(2000 + i * 37)
  }
  const seen = ours.slice(mine).filter((e) => e.kind === 'not-answering').length
  const told = theirs.slice(docker).filter((e) => e.what.endsWith(': unhealthy')).length
  printFigure({ name: 'health.missed', unit: 'outages', ours: [OUTAGES - seen], theirs: [OUTAGES - told], note: `of ${OUTAGES} of 1 s each` })
}

async function round({ app, panel }) {
  const names = Array.from({ length: CONTAINERS }, (_, i) => `${app.name}-filler-${i}`)
  try {
    for (let i = 0; i < names.length; i += 20) {
      await Promise.all(
        names
          .slice(i, i + 20)
          .map((name) => app.docker('create', '--name', name, '--label', `com.docker.compose.project=${app.name}-other-${i % 19}`, `${app.name}:a`)),
      )
    }
    const timed = async (work) => {
      const began = performance.now()
      await work()
      return performance.now() - began
    }
    const both = await inTurn(
      20,
      () => timed(() => panel.app().refresh()),
      () => timed(() => app.docker('ps', '--all', '--quiet')),
    )
    printFigure({
      name: 'status.round',
      unit: 'ms',
      ours: both.ours,
      theirs: both.theirs,
      note: `${CONTAINERS + 1} containers and 20 projects or more on the engine; docker ps; ours spawns no process`,
    })
  } finally {
    for (let i = 0; i < names.length; i += 50) await app.docker('rm', '--force', ...names.slice(i, i + 50)).catch(() => undefined)
  }
}

// A frame lasts 16 ms: so long may it take to read what was kept.
function hours({ lastHour, lastDay, incidentsOf }) {
  const samples = Array.from({ length: 12 * 3600 }, (_, i) => ({
    at: i * 1000,
    after: 1000,
    ...(i % 7 < 2 ? { state: 'not-answering', why: 'No answer' } : { state: 'ready' }),
  }))
  const taken = Array.from({ length: 20 }, () => {
    const began = performance.now()
    for (const read of [lastHour, lastDay, incidentsOf]) read(samples, 12 * 3_600_000)
    return performance.now() - began
  })
  printFigure({
    name: 'health.hours',
    unit: 'ms',
    ours: taken,
    note: 'twelve hours of samples with a change each second, read for the hour, the day and the incidents',
  })
}

function followDocker({ name, env }) {
  const seen = []
  const args = ['events', '--filter', `label=com.docker.compose.project=${name}`, '--format', '{{.Action}}']
  const child = spawn('docker', args, { env, stdio: ['ignore', 'pipe', 'ignore'] })
  createInterface({ input: child.stdout }).on('line', (what) => seen.push({ at: performance.now(), what }))
  return { seen, stop: () => child.kill() }
}

// Resolves when /ready answers with this status; null stands for no answer at all.
async function truth({ base }, status) {
  for (;;) {
    const got = await fetch(`${base}/ready`, { headers: { connection: 'close' } }).then(
      (answer) => answer.status,
      () => null,
    )
    if (got === status) return
    await wait(3)
  }
}

async function until(met, seconds = 60) {
  for (const end = performance.now() + seconds * 1000; !met(); await wait(5)) if (performance.now() > end) throw new Error(`not met within ${seconds} s`)
}
