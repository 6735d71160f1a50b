import { atEnd } from '../lib/endings.mjs'
import { installPackages } from '../setup/apt.mjs'
import { setUpBaseImage } from '../setup/base-image.mjs'
import { setUpBuild } from '../setup/build.mjs'
import { installWindowLibraries, startVirtualDisplay } from '../setup/display.mjs'
import { setUpElectron } from '../setup/electron-runtime.mjs'
import { stopDaemon } from '../setup/engine/daemon.mjs'
import { engineFolders } from '../setup/engine/folders.mjs'
import { requireEngine } from '../setup/engine.mjs'
import { removeLeftovers } from '../setup/leftovers.mjs'

const setUps = { engine, processes, build, window, browser }
const begun = new Map()

/**
 * Sets up what a runner needs, each thing once for all runners.
 * @param {string[]} names of needs
 * @returns {Promise<NodeJS.ProcessEnv>} the environment that the runner needs
 */
export async function setUpNeeds(names) {
  let env = process.env
  for (const name of names) {
    if (!begun.has(name)) begun.set(name, setUps[name]())
    env = { ...env, ...(await begun.get(name)) }
  }
  return env
}

async function engine() {
  const found = await requireEngine()
  if (found.started) atEnd(() => stopDaemon(engineFolders()))
  await setUpBaseImage(found)
  atEnd(() => removeLeftovers({ ...process.env, ...found.env }))
  return found.env
}

// Some tests look with ps at what still runs.
async function processes() {
  if (process.platform === 'linux') await installPackages('Processes', [['procps']])
  return {}
}

// Some tests start a panel of its own, to kill it.
async function build() {
  await setUpBuild()
  return {}
}

async function window() {
  const electron = await setUpElectron()
  await setUpBuild()
  if (process.platform !== 'linux') return electron.env
  await installWindowLibraries()
  // A virtual one even beside a real one, so that a test neither disturbs the person nor is disturbed.
  return { ...electron.env, ...(await startVirtualDisplay()) }
}

async function browser() {
  await setUpBuild()
  if (process.platform === 'linux' && !process.env.CHROMIUM_PATH) await installPackages('Browser', [['chromium']])
  return { CHROMIUM_PATH: process.env.CHROMIUM_PATH || '/usr/bin/chromium' }
}
