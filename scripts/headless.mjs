import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { pinnedNode, root } from './lib/paths.mjs'
import { sayOnStderr } from './lib/say.mjs'
import { setUpBuild } from './setup/build.mjs'
import { setUpDependencies } from './setup/dependencies.mjs'
import { knownEngineEnv } from './setup/engine.mjs'

// stdout belongs to the command's JSON lines.
sayOnStderr()
try {
  await setUpDependencies()
  await setUpBuild()
} catch (error) {
  console.error(error.message)
  process.exit(1)
}
const env = { ...process.env, ...(await knownEngineEnv()) }
const command = spawn(pinnedNode(), [join(root, 'out/main/headless.js'), ...process.argv.slice(2)], { env, stdio: 'inherit' })
// The command itself decides what a signal means; a terminal sends it to both of us.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => command.kill('SIGTERM'))
const [code] = await once(command, 'exit')
process.exit(code ?? 1)
