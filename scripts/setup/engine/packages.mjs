import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lastLines, run } from '../../lib/run.mjs'
import { say, SetupFailure, timeSince } from '../../lib/say.mjs'
import { enginePackages, sourceLines } from './distribution.mjs'

const LIBRARIES = { x64: 'usr/lib/x86_64-linux-gnu', arm64: 'usr/lib/aarch64-linux-gnu' }[process.arch]
const IPTABLES_NAMES = ['iptables', 'ip6tables', 'iptables-save', 'ip6tables-save', 'iptables-restore', 'ip6tables-restore']

/** Downloads and unpacks an engine from the distribution's signed archive into a folder, once; installs nothing. */
export async function fetchEnginePackages(folders, distribution) {
  if (existsSync(folders.packages)) return
  say("Engine: downloading Docker from the distribution's archive (about 100 MB) ...")
  const start = performance.now()
  const plan = enginePackages(distribution)
  const reasons = []
  for (const suite of plan.suites) {
    const why = await trySuite(folders, distribution, { ...plan, suite })
    if (why === undefined) {
      say(`Engine: unpacked from ${distribution.id} ${suite} (${timeSince(start)})`)
      return
    }
    reasons.push(`${suite}: ${why}`)
  }
  throw new SetupFailure({
    what: 'A private Docker engine could not be unpacked.',
    why: reasons.join('\n       '),
    todo: 'check that apt-get update works on this computer, or install Docker yourself, then run the command again.',
  })
}

/** What the unpacked engine's programs need in their environment to find each other and their libraries. */
export function daemonEnv(packages, env = process.env) {
  return {
    ...env,
    PATH: [join(packages, 'usr/sbin'), join(packages, 'usr/bin'), '/usr/sbin', '/sbin', env.PATH].join(':'),
    LD_LIBRARY_PATH: [join(packages, LIBRARIES), join(packages, LIBRARIES.replace('usr/', ''))].join(':'),
    XTABLES_LIBDIR: join(packages, LIBRARIES, 'xtables'),
  }
}

async function trySuite(folders, distribution, plan) {
  const work = join(folders.home, 'fetching')
  const packages = join(work, 'packages')
  rmSync(work, { recursive: true, force: true })
  for (const folder of ['lists/partial', 'cache/archives/partial', 'debs', 'packages']) mkdirSync(join(work, folder), { recursive: true })
  const why = (await download(work, distribution, plan)) ?? (await unpack(work, packages)) ?? (await tryOut(packages))
  if (why !== undefined) return why
  linkNames(packages)
  renameSync(packages, folders.packages)
  writeConfig(folders)
  rmSync(work, { recursive: true, force: true })
  return undefined
}

async function download(work, distribution, { suite, newer, own }) {
  const { codename } = distribution
  const sources = sourceLines(distribution, suite, (await run(['apt-get', '--print-uris', 'update'])).stdout)
  if (sources === undefined) return `apt knows no mirror of ${codename}`
  writeFileSync(join(work, 'sources.list'), sources)
  // Only what is asked for by name comes from a foreign suite.
  writeFileSync(join(work, 'preferences'), suite === codename ? '' : `Package: *\nPin: release n=${suite}\nPin-Priority: 100\n`)
  const options = [
    'Dir::Etc::sourceparts=-',
    'Dir::Etc::preferencesparts=-',
    'APT::Sandbox::User=root',
    'Acquire::Languages=none',
    'Acquire::IndexTargets::deb::DEP-11::DefaultEnabled=false',
    `Dir::Etc::sourcelist=${work}/sources.list`,
    `Dir::Etc::preferences=${work}/preferences`,
    `Dir::State::Lists=${work}/lists`,
    `Dir::Cache=${work}/cache`,
  ].flatMap((option) => ['-o', option])
  const update = await run(['apt-get', '-qq', ...options, 'update'])
  if (update.code !== 0) return lastLines(update.output)
  const wanted = [...newer.map((name) => (suite === codename ? name : `${name}/${suite}`)), ...own]
  const got = await run(['apt-get', '-qq', ...options, 'download', ...wanted], { cwd: join(work, 'debs') })
  return got.code === 0 ? undefined : lastLines(got.output)
}

async function unpack(work, packages) {
  for (const file of readdirSync(join(work, 'debs'))) {
    const result = await run(['dpkg', '-x', join(work, 'debs', file), packages])
    if (result.code !== 0) return lastLines(result.output)
  }
  return undefined
}

async function tryOut(packages) {
  const env = daemonEnv(packages)
  for (const program of ['usr/sbin/dockerd', 'usr/bin/containerd', 'usr/bin/docker']) {
    const result = await run([join(packages, program), '--version'], { env })
    if (result.code !== 0) return lastLines(result.output)
  }
  return undefined
}

function linkNames(packages) {
  // dockerd looks for its init program under this name, and for iptables under those that the package's set-up would make.
  const init = ['tini-static', 'tini'].find((name) => existsSync(join(packages, 'usr/bin', name)))
  if (!existsSync(join(packages, 'usr/bin/docker-init'))) symlinkSync(init, join(packages, 'usr/bin/docker-init'))
  for (const name of IPTABLES_NAMES) {
    if (!existsSync(join(packages, 'usr/sbin', name))) symlinkSync('xtables-nft-multi', join(packages, 'usr/sbin', name))
  }
}

function writeConfig({ packages, config }) {
  const plugins = ['usr/libexec/docker/cli-plugins', 'usr/lib/docker/cli-plugins'].map((folder) => join(packages, folder))
  mkdirSync(config, { recursive: true })
  writeFileSync(join(config, 'config.json'), JSON.stringify({ cliPluginsExtraDirs: plugins.filter((folder) => existsSync(folder)) }))
}
