import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { askYes } from '../lib/ask.mjs'
import { say, SetupFailure } from '../lib/say.mjs'
import { contextHost, engineCandidates } from './engine/candidates.mjs'
import { findCommand } from './engine/cli.mjs'
import { foreignDaemonPid, startDaemon } from './engine/daemon.mjs'
import { canInstall, thisDistribution } from './engine/distribution.mjs'
import { commandEnv, engineEnv, engineFolders } from './engine/folders.mjs'
import { fetchEnginePackages } from './engine/packages.mjs'
import { ping } from './engine/ping.mjs'
import { planEngine } from './engine/plan.mjs'

/**
 * Finds an engine that answers; on Debian and Ubuntu, as root, offers to start a private one if there is none.
 * @returns {Promise<{ kind: 'own' | 'private' | 'none', started: boolean, env: Record<string, string> }>}
 *   whose engine it is, whether this call started it, and what programs need in their environment to reach it
 */
export async function setUpEngine() {
  const distribution = thisDistribution()
  const plan = planEngine({ ...(await findEngine()), foreignPid: foreignPid(), distribution, uid: process.getuid?.() })
  if (plan.do === 'use') return useEngine(plan, distribution)
  if (plan.do === 'nothing') {
    say(`Engine: ${plan.why}`)
    return absent
  }
  return offerPrivateEngine(distribution)
}

/** The same for commands that cannot go on without an engine. */
export async function requireEngine() {
  const engine = await setUpEngine()
  if (engine.kind !== 'none') return engine
  throw new SetupFailure({
    what: 'This needs a Docker engine.',
    why: 'none answers that this user may use (see above)',
    todo: 'start Docker, or set DOCKER_HOST to its address, then run the command again.',
  })
}

/**
 * What programs need in their environment to use what was set up here before; starts and fetches nothing.
 * The unpacked docker command serves also with an engine of the person's own, where theirs lacks Compose.
 */
export async function knownEngineEnv() {
  const folders = engineFolders()
  if (!existsSync(folders.packages)) return {}
  if (!process.env.DOCKER_HOST && (await ping(folders.host)) === 'answers') return engineEnv(folders)
  return (await findCommand()).state === 'found' ? {} : commandEnv(folders)
}

const absent = { kind: 'none', started: false, env: {} }

async function findEngine() {
  const { platform, env } = process
  const home = homedir()
  const computer = { platform, env, home, uid: process.getuid?.() ?? 0, context: contextHost(env, home) }
  const candidates = engineCandidates(computer)
  if (platform === 'linux') candidates.push({ host: engineFolders().host, from: privateName })
  const states = await Promise.all(candidates.map(({ host }) => ping(host)))
  return { answering: candidates[states.indexOf('answers')], denied: candidates[states.indexOf('denied')] }
}

const privateName = 'the private engine'

function foreignPid() {
  return process.platform === 'linux' ? foreignDaemonPid(engineFolders()) : undefined
}

async function useEngine({ host, from }, distribution) {
  say(`Engine: ${from} answers (${host})`)
  if (from === privateName) return { kind: 'private', started: false, env: engineEnv() }
  const env = { DOCKER_HOST: host }
  const command = await findCommand({ ...process.env, ...env })
  if (command.state === 'found') return { kind: 'own', started: false, env: { ...env, ...command.env } }
  say(`Engine: ${command.what} is missing`)
  if (!canInstall(distribution) || !(await askYes('Unpack it, without installing it, from the distribution into your cache?'))) {
    return { kind: 'own', started: false, env }
  }
  await fetchEnginePackages(engineFolders(), distribution)
  return { kind: 'own', started: false, env: { ...env, ...commandEnv() } }
}

async function offerPrivateEngine(distribution) {
  const folders = engineFolders()
  say('Engine: no Docker engine answers on this computer')
  if (!(await askYes(`Start a private one from ${distribution.name}'s packages, kept in ${folders.home}?`))) return absent
  await fetchEnginePackages(folders, distribution)
  await startDaemon(folders)
  say(`Engine: it changed this computer's firewall rules and IP forwarding and made the network docker0, as every Docker does`)
  say('Engine: stop it with: node scripts/engine.mjs stop')
  return { kind: 'private', started: true, env: engineEnv(folders) }
}
