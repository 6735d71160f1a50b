import { accessSync, constants, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const SYSTEM = ['/usr/local/lib/docker/cli-plugins', '/usr/local/libexec/docker/cli-plugins', '/usr/lib/docker/cli-plugins', '/usr/libexec/docker/cli-plugins']

/**
 * The program that carries out these arguments of `docker`, and its own: for Compose the very one that `docker` would look
 * for first and then hand them to, which saves every such command some 50 ms; `docker` itself for all else, and where only
 * it knows.
 */
export function dockerProgram(args: readonly string[], env: Readonly<Record<string, string>>): [program: string, args: string[]] {
  const plugin = args[0] === 'compose' ? composePlugin(env) : null
  return plugin === null ? ['docker', [...args]] : [plugin, args.slice(1)]
}

// Looked for where and in the order in which Docker does: further places of its settings, the settings' own folder, the system's.
function composePlugin(env: Readonly<Record<string, string>>): string | null {
  if (process.platform !== 'linux') return null
  const settings = env['DOCKER_CONFIG'] || (env['HOME'] ? join(env['HOME'], '.docker') : '')
  if (settings === '') return null
  const further = furtherPlaces(join(settings, 'config.json'))
  if (further === null) return null
  const paths = [...further, join(settings, 'cli-plugins'), ...SYSTEM].map((folder) => join(folder, 'docker-compose'))
  return paths.find(isUsable) ?? null
}

const config = z.looseObject({ cliPluginsExtraDirs: z.array(z.string()).optional() })

// Settings that cannot be read are for Docker itself to complain about.
function furtherPlaces(path: string): readonly string[] | null {
  try {
    return config.parse(JSON.parse(readFileSync(path, 'utf8'))).cliPluginsExtraDirs ?? []
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? [] : null
  }
}

function isUsable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
