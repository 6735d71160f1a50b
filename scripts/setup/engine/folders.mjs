import { join } from 'node:path'
import { cacheFolder, sha256 } from '../../lib/paths.mjs'

/**
 * Where the private engine keeps its things. Sockets lie under /run, because their paths may have 107 bytes at most
 * and a home folder's name can use up all of them.
 */
export function engineFolders(cache = cacheFolder()) {
  const home = join(cache, 'engine')
  const run = `/run/facecraft-panel-${sha256(cache).slice(0, 8)}`
  return {
    home,
    packages: join(home, 'packages'),
    data: join(home, 'data'),
    config: join(home, 'config'),
    log: join(home, 'dockerd.log'),
    run,
    pid: join(run, 'docker.pid'),
    socket: join(run, 'docker.sock'),
    host: `unix://${join(run, 'docker.sock')}`,
  }
}

/** What a program needs in its environment to use the private engine. */
export function engineEnv(folders = engineFolders(), env = process.env) {
  return { DOCKER_HOST: folders.host, ...commandEnv(folders, env) }
}

/** What a program needs in its environment to find the private engine's docker command and its plugins. */
export function commandEnv(folders = engineFolders(), env = process.env) {
  return { DOCKER_CONFIG: folders.config, PATH: `${join(folders.packages, 'usr/bin')}:${env.PATH}` }
}
