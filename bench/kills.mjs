import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { printFigure } from './lib/figures.mjs'
import { makePlace, newestBuild } from './log/place.mjs'
import { go, openPanel, press, shownAt } from './log/window.mjs'

const ROUNDS = 20
const LINES = 40
/** From the click until the command of such a build has ended. */
const LENGTH_MS = 6000
const PATIENCE_MS = 60_000

/** What this measures, by name. */
export const figures = ['build.killed']

/** Kills the real panel at random moments of real builds, and counts the builds that did not end as if nothing had happened. */
export async function run() {
  const wrong = []
  for (let round = 0; round < ROUNDS; round += 1) {
    // One moment in each twentieth, so that all of the build is met.
    const moment = Math.round(((round + Math.random()) / ROUNDS) * LENGTH_MS)
    const fault = await killedAt(moment).catch((error) => error.message)
    console.error(`killed after ${moment} ms: ${fault ?? 'whole'}`)
    if (fault !== null) wrong.push(moment)
  }
  printFigure({
    name: 'build.killed',
    unit: 'builds',
    ours: [wrong.length],
    note: `of ${ROUNDS}, panel killed at a random moment and opened again at once: not built, or a line missing or doubled${wrong.length > 0 ? `; at ${wrong.join(', ')} ms` : ''}`,
  })
}

/** Null where the build ended well and its log is whole, else what is wrong. */
async function killedAt(moment) {
  const place = makePlace()
  const file = join(place.project, 'Dockerfile')
  const talk = `RUN i=0; while [ $i -lt ${LINES} ]; do i=$((i+1)); echo "line $i of ${place.name}"; sleep 0.1; done`
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace(/^RUN for i .*$/m, () => talk),
  )
  const first = await openPanel(place)
  try {
    await go(first.page, 'Build')
    await press(first.page, '^Build the')
    await shownAt(first.page, 'main h2', '^Building')
    await wait(moment)
    first.app.process().kill('SIGKILL')
    const again = await openPanel(place)
    try {
      return await faultOf(place, again.page)
    } finally {
      await again.close()
    }
  } finally {
    await first.close().catch(() => undefined)
    execFileSync('docker', ['image', 'rm', '--force', `${place.name}:a`], { stdio: 'ignore' })
    place.clear()
  }
}

async function faultOf(place, page) {
  for (const until = Date.now() + PATIENCE_MS; newestBuild(place)?.outcome === null; await wait(100)) if (Date.now() > until) return 'it never ended'
  const build = newestBuild(place)
  if (build.outcome.kind !== 'succeeded') return `it ended as ${build.outcome.kind}`
  const count = readdirSync(join(place.home, 'builds')).length
  if (count !== 1) return `there are ${count} builds`
  const said = [...logOf(build.records).matchAll(/^line (\d+) of/gm)].map((found) => Number(found[1]))
  if (said.join() !== Array.from({ length: LINES }, (_, at) => at + 1).join()) return `the log says ${said.join()}`
  if (!execFileSync('docker', ['image', 'ls', '--quiet', `${place.name}:a`], { encoding: 'utf8' })) return 'there is no package'
  await go(page, 'Build')
  await shownAt(page, 'main h2', 'is built$')
  return null
}

function logOf(records) {
  return readFileSync(records, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .flatMap((line) => JSON.parse(line).logs ?? [])
    .map((log) => Buffer.from(log.data, 'base64').toString())
    .join('')
}
