import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { atEnd, isInterrupted, runMain } from './lib/endings.mjs'
import { root } from './lib/paths.mjs'
import { say } from './lib/say.mjs'
import { setUpBaseImage } from './setup/base-image.mjs'
import { setUpBuild } from './setup/build.mjs'
import { setUpDependencies } from './setup/dependencies.mjs'
import { hasDisplay } from './setup/display.mjs'
import { setUpElectron } from './setup/electron-runtime.mjs'
import { setUpEngine } from './setup/engine.mjs'
import { sandboxFlags } from './setup/sandbox.mjs'
import { runDemo } from './demo/demo.mjs'

await runMain(async () => {
  if (!hasDisplay()) {
    say('There is no display here, so the demo runs the same path on a virtual one (npm run demo).')
    return runDemo()
  }
  await setUpDependencies()
  const electron = await setUpElectron()
  const engine = await setUpEngine()
  await setUpBaseImage(engine)
  await setUpBuild()
  const code = await showWindow(electron, { ...process.env, ...engine.env, ...electron.env })
  if (engine.kind === 'private') say('The private Docker engine still runs. Stop it with: node scripts/engine.mjs stop')
  return code
})

async function showWindow({ executable }, env) {
  say('Window: opening ...')
  const window = spawn(executable, ['.', ...sandboxFlags(), ...process.argv.slice(2)], { cwd: root, env, stdio: 'inherit' })
  atEnd(() => window.kill())
  const [code] = await once(window, 'exit')
  return isInterrupted() ? 1 : (code ?? 1)
}
