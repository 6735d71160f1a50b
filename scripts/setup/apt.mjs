import { askYes } from '../lib/ask.mjs'
import { lastLines, run } from '../lib/run.mjs'
import { say, SetupFailure, timeSince } from '../lib/say.mjs'
import { canInstall, thisDistribution, usesApt } from './engine/distribution.mjs'

/**
 * Installs what is missing of some Debian packages, by apt-get, as root, after a question. On other distributions nothing is
 * looked for by these names; a program that is missing then tells so itself.
 * @param {string} purpose what they are for, as in "Display"
 * @param {string[][]} wanted each the names that one package has had, newest first
 */
export async function installPackages(purpose, wanted) {
  const distribution = thisDistribution()
  if (!usesApt(distribution)) return
  const missing = await missingOf(wanted)
  if (missing.length === 0) return
  if (!canInstall(distribution)) throw failure(purpose, missing, 'only root can install them')
  const list = missing.map((names) => names.at(-1)).join(', ')
  say(`${purpose}: packages are missing: ${list}`)
  if (!(await askYes('Install them with apt-get?'))) throw failure(purpose, missing, 'they are not to be installed')
  say(`${purpose}: installing them with apt-get ...`)
  const start = performance.now()
  await must(purpose, missing, ['update'])
  const names = chooseNames(missing, (await run(['apt-cache', 'pkgnames'])).stdout.split('\n'))
  await must(purpose, missing, ['install', '-y', '--no-install-recommends', ...names])
  say(`${purpose}: installed (${timeSince(start)})`)
}

/** Of the names that each package has had, the one that this distribution knows. */
export function chooseNames(wanted, known) {
  const names = new Set(known)
  return wanted.map((alternatives) => alternatives.find((name) => names.has(name)) ?? alternatives[0])
}

async function missingOf(wanted) {
  const { stdout } = await run(['dpkg-query', '-W', '-f', '${db:Status-Status} ${Package}\n', ...wanted.flat()])
  const installed = new Set(
    stdout
      .split('\n')
      .filter((line) => line.startsWith('installed '))
      .map((line) => line.split(' ')[1]),
  )
  return wanted.filter((alternatives) => !alternatives.some((name) => installed.has(name)))
}

async function must(purpose, missing, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const result = await run(['apt-get', '-qq', ...args], { env })
  if (result.code !== 0) throw failure(purpose, missing, lastLines(result.output))
}

function failure(purpose, missing, why) {
  const names = missing.map(([name]) => name).join(' ')
  return new SetupFailure({
    what: `${purpose}: packages are missing: ${names}`,
    why,
    todo: `install them yourself (on Debian 12: apt-get install ${missing.map((all) => all.at(-1)).join(' ')}), then run the command again.`,
  })
}
