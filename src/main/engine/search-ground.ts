import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { SearchGround } from '../../core/engine/candidates'

/** What this computer says about where Docker may be: platform, DOCKER_HOST, current context. */
export async function searchGround(): Promise<SearchGround> {
  return {
    platform: process.platform,
    home: homedir(),
    uid: process.getuid?.() ?? 0,
    runtimeFolder: process.env['XDG_RUNTIME_DIR'] ?? null,
    dockerHost: process.env['DOCKER_HOST'] || null,
    context: await currentContext(process.env['DOCKER_CONFIG'] ?? join(homedir(), '.docker')),
  }
}

// The docker CLI keeps each context under the sha256 of its name.
async function currentContext(folder: string): Promise<SearchGround['context']> {
  try {
    const config = JSON.parse(await readFile(join(folder, 'config.json'), 'utf8')) as { currentContext?: string }
    const name = process.env['DOCKER_CONTEXT'] ?? config.currentContext
    if (!name || name === 'default') return null
    const key = createHash('sha256').update(name).digest('hex')
    const meta = JSON.parse(await readFile(join(folder, 'contexts', 'meta', key, 'meta.json'), 'utf8')) as {
      Endpoints?: { docker?: { Host?: string } }
    }
    const url = meta.Endpoints?.docker?.Host
    return url ? { name, url } : null
  } catch {
    return null
  }
}
