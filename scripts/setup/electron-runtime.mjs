import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder, root } from '../lib/paths.mjs'
import { say, SetupFailure, timeSince } from '../lib/say.mjs'
import { downloadElectron } from './electron-download.mjs'
import { setUpTestRuntime } from './electron-test-runtime.mjs'

const DAY = 24 * 60 * 60 * 1000
const refusalFile = join(cacheFolder(), 'electron-download-refused.json')

/**
 * Makes an Electron runtime available: the locked one, or on Linux x64, where its download is refused, an older one for tests.
 * @returns {Promise<{ executable: string, env: Record<string, string> }>} the binary, and what other programs need to find it
 */
export async function setUpElectron() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (override && existsSync(join(override, 'electron'))) return inFolder(override)
  if (installedElectron()) return { executable: installedElectron(), env: {} }

  const remembered = readRefusal()
  const why = isFresh(remembered, Date.now()) ? remembered.why : await tryDownload()
  if (why === undefined) return { executable: installedElectron(), env: {} }

  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetupFailure({
      what: 'Electron, which shows the window, could not be downloaded.',
      why,
      todo: `check the connection or the proxy (Electron reads ELECTRON_MIRROR), delete ${refusalFile}, then run the command again.`,
    })
  }
  const folder = await setUpTestRuntime()
  return inFolder(folder)
}

/** Whether a remembered refusal still spares us another attempt. */
export function isFresh(refusal, now) {
  return refusal !== undefined && now - refusal.at >= 0 && now - refusal.at < DAY
}

function inFolder(folder) {
  return { executable: join(folder, 'electron'), env: { ELECTRON_OVERRIDE_DIST_PATH: folder } }
}

function installedElectron() {
  const folder = join(root, 'node_modules', 'electron')
  if (!existsSync(join(folder, 'path.txt'))) return undefined
  const executable = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'))
  return existsSync(executable) ? executable : undefined
}

async function tryDownload() {
  say('Electron: downloading the locked version ...')
  const start = performance.now()
  const why = await downloadElectron()
  if (why === undefined) {
    rmSync(refusalFile, { force: true })
    say(`Electron: downloaded (${timeSince(start)})`)
  } else {
    mkdirSync(cacheFolder(), { recursive: true })
    writeFileSync(refusalFile, JSON.stringify({ at: Date.now(), why }))
    say(`Electron: the download was refused (${why.split('\n')[0]}); not tried again for a day`)
  }
  return why
}

function readRefusal() {
  try {
    return JSON.parse(readFileSync(refusalFile, 'utf8'))
  } catch {
    return undefined
  }
}
