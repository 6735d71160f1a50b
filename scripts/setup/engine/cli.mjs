import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { run } from '../../lib/run.mjs'

/**
 * Looks for a docker command that has Compose: on the PATH, then where the usual products put theirs.
 * @returns {Promise<{ state: 'found', env: Record<string, string> } | { state: 'missing', what: string }>}
 */
export async function findCommand(env = process.env) {
  const plain = await tryCommand(env)
  if (plain === undefined) return { state: 'found', env: {} }
  const PATH = [env.PATH, ...usualFolders(process.platform, homedir())].join(delimiter)
  const wider = await tryCommand({ ...env, PATH })
  return wider === undefined ? { state: 'found', env: { PATH } } : { state: 'missing', what: wider }
}

/** Where Docker's products put the docker command without always adding the folder to the PATH. */
export function usualFolders(platform, home) {
  if (platform === 'win32') return ['C:\\Program Files\\Docker\\Docker\\resources\\bin', join(home, '.rd', 'bin')]
  const common = ['/usr/local/bin', join(home, '.docker/bin'), join(home, '.rd/bin')]
  return platform === 'darwin' ? [...common, '/opt/homebrew/bin', '/Applications/Docker.app/Contents/Resources/bin'] : common
}

async function tryCommand(env) {
  // The version alone tells nothing: without the plugin, `docker compose` is an unknown command and this exits 1.
  const result = await run(['docker', 'compose', 'version'], { env, timeout: 10_000 })
  if (result.code === 0) return undefined
  return result.code === 127 ? 'the docker command' : 'the Compose plugin of the docker command'
}
