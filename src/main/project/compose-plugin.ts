import { access, constants, readFile } from 'node:fs/promises'
import { join } from 'node:path'

const SYSTEM = ['/usr/local/lib/docker/cli-plugins', '/usr/local/libexec/docker/cli-plugins', '/usr/lib/docker/cli-plugins', '/usr/libexec/docker/cli-plugins']

/**
 * The program that `docker compose` would start, looked for where and in the order in which Docker does. Called by itself
 * it reads a project in half the time; null where only Docker knows, as with a list of further places in its settings.
 */
export async function composePlugin(env: Readonly<Record<string, string>>): Promise<string | null> {
  if (process.platform !== 'linux') return null
  const settings = env['DOCKER_CONFIG'] || (env['HOME'] ? join(env['HOME'], '.docker') : '')
  if (settings === '') return null
  const text = await readFile(join(settings, 'config.json'), 'utf8').catch(() => '')
  if (text.includes('cliPluginsExtraDirs')) return null
  for (const folder of [join(settings, 'cli-plugins'), ...SYSTEM]) {
    const path = join(folder, 'docker-compose')
    const usable = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    )
    if (usable) return path
  }
  return null
}
