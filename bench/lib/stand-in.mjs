import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const exec = promisify(execFile)
const root = join(import.meta.dirname, '../..')
const stack = join(root, 'e2e/stand-in')

/** The stand-in app on the engine under a name of its own, with a user folder for the panel; `close` removes all of it. */
export async function openStandIn(port) {
  const name = `fcbench-${process.pid}`
  const home = mkdtempSync(join(tmpdir(), 'facecraft-bench-'))
  const env = {
    ...process.env,
    FACECRAFT_PANEL_HOME: home,
    FACECRAFT_PANEL_PROJECT_NAME: name,
    FACECRAFT_STAND_IN: name,
    FACECRAFT_PUBLISHED_PORT: String(port),
  }
  const docker = async (...args) => (await exec('docker', args, { env, maxBuffer: 1 << 26 })).stdout
  const compose = (...args) => docker('compose', '-p', name, '--profile', '*', '-f', join(stack, 'docker-compose.yml'), ...args)
  await compose('build', '--quiet', 'app-a')
  return {
    name,
    home,
    env,
    stack,
    base: `http://127.0.0.1:${port}`,
    docker,
    compose,
    async close() {
      await compose('down', '--volumes', '--remove-orphans')
      await docker('image', 'rm', '--force', `${name}:a`).catch(() => undefined)
      rmSync(home, { recursive: true, force: true })
    },
  }
}
