import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's own folder. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** Where this project may keep downloads for a user, by that platform's custom. */
export function cacheFolder(platform = process.platform, env = process.env, home = homedir()) {
  if (platform === 'win32') return join(env.LOCALAPPDATA || join(home, 'AppData', 'Local'), 'facecraft-panel')
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'facecraft-panel')
  return join(env.XDG_CACHE_HOME || join(home, '.cache'), 'facecraft-panel')
}

/** The Node that the lock file pins, or the running one where the registry has none for this platform. */
export function pinnedNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  const pinned = join(root, 'node_modules', `node-${process.platform.replace('win32', 'win')}-${process.arch}`, 'bin', name)
  return existsSync(pinned) ? pinned : process.execPath
}

/** The sha256 of some text or bytes, in hexadecimal. */
export function sha256(content) {
  return createHash('sha256').update(content).digest('hex')
}
