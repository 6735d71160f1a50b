import { access, constants, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const SYSTEM = ['/usr/local/lib/docker/cli-plugins', '/usr/local/libexec/docker/cli-plugins', '/usr/lib/docker/cli-plugins', '/usr/libexec/docker/cli-plugins']

/**
 * The program that `docker compose` would start, looked for where and in the order in which Docker does: further places of
 * its settings, the settings' own folder, the system's. Called by itself it reads a project in half the time; null where
 * only Docker knows.
 */
export async function composePlugin(env: Readonly<Record<string, string>>): Promise<string | null> {
  if (process.platform !== 'linux') return null
  const settings = env['DOCKER_CONFIG'] || (env['HOME'] ? join(env['HOME'], '.docker') : '')
  if (settings === '') return null
  const further = furtherPlaces(await readFile(join(settings, 'config.json'), 'utf8').catch(() => '{}'))
  if (further === null) return null
  for (const folder of [...further, join(settings, 'cli-plugins'), ...SYSTEM]) {
    const path = join(folder, 'docker-compose')
    const usable = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    )
    if (usable) return path
  }
  return null
}

const config = z.looseObject({ cliPluginsExtraDirs: z.array(z.string()).optional() })

// Settings that cannot be read are for Docker itself to complain about.
function furtherPlaces(text: string): readonly string[] | null {
  try {
    return config.parse(JSON.parse(text)).cliPluginsExtraDirs ?? []
  } catch {
    return null
  }
}
