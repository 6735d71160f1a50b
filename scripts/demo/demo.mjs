import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { atEnd } from '../lib/endings.mjs'
import { pinnedNode, root } from '../lib/paths.mjs'
import { run } from '../lib/run.mjs'
import { say, timeSince } from '../lib/say.mjs'
import { setUpBaseImage } from '../setup/base-image.mjs'
import { setUpBuild } from '../setup/build.mjs'
import { setUpDependencies } from '../setup/dependencies.mjs'
import { hasDisplay, installWindowLibraries, startVirtualDisplay } from '../setup/display.mjs'
import { setUpElectron } from '../setup/electron-runtime.mjs'
import { stopDaemon } from '../setup/engine/daemon.mjs'
import { engineFolders } from '../setup/engine/folders.mjs'
import { requireEngine } from '../setup/engine.mjs'
import { rememberContainers } from '../setup/leftovers.mjs'
import { sandboxFlags } from '../setup/sandbox.mjs'

/** Drives the real window through the whole main job against the real engine; 0 only if a portrait came out. */
export async function runDemo() {
  const start = performance.now()
  await setUpDependencies()
  const electron = await setUpElectron()
  const engine = await requireEngine()
  if (engine.started) atEnd(() => stopDaemon(engineFolders()))
  await setUpBaseImage(engine)
  await setUpBuild()
  const display = hasDisplay() && process.platform !== 'linux' ? {} : await virtualDisplay()
  const env = { ...process.env, ...engine.env, ...electron.env, ...display }
  atEnd(await rememberContainers(env))

  const folder = join(root, 'demo')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const order = JSON.stringify({ executable: electron.executable, flags: sandboxFlags(), folder })
  const result = await run([pinnedNode(), join(root, 'scripts/demo/drive.mjs'), order], { env, show: 'output' })
  say(
    result.code === 0
      ? `Demo: a portrait came out (${timeSince(start)}); the pictures are in ${folder}`
      : `Demo: failed (${timeSince(start)}); what it saw is in ${folder}`,
  )
  return result.code
}

async function virtualDisplay() {
  await installWindowLibraries()
  return startVirtualDisplay()
}
