import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sha256 } from '../../lib/paths.mjs'

/**
 * Every address at which a Docker engine may answer on this computer, the person's own choice first.
 * @param {{ platform: string, env: NodeJS.ProcessEnv, home: string, uid: number, context?: string }} computer
 * @returns {{ host: string, from: string }[]}
 */
export function engineCandidates(computer) {
  const chosen = [
    { host: computer.env.DOCKER_HOST, from: 'DOCKER_HOST' },
    { host: computer.context, from: 'the current Docker context' },
  ].filter(({ host }) => host)
  return [...chosen, ...usualAddresses(computer)]
}

/** The address that the current docker context stands for, as the docker command keeps it; undefined for the default one. */
export function contextHost(env, home) {
  const folder = env.DOCKER_CONFIG || join(home, '.docker')
  const name = env.DOCKER_CONTEXT || readJson(join(folder, 'config.json'))?.currentContext
  if (!name || name === 'default') return undefined
  return readJson(join(folder, 'contexts', 'meta', sha256(name), 'meta.json'))?.Endpoints?.docker?.Host
}

function usualAddresses({ platform, env, home, uid }) {
  if (platform === 'win32') {
    return [
      { host: 'npipe:////./pipe/docker_engine', from: 'Docker Engine' },
      { host: 'npipe:////./pipe/dockerDesktopLinuxEngine', from: 'Docker Desktop' },
      { host: 'npipe:////./pipe/podman-machine-default', from: 'Podman' },
    ]
  }
  const runtime = env.XDG_RUNTIME_DIR || `/run/user/${uid}`
  const desktop = platform === 'darwin' ? '.docker/run/docker.sock' : '.docker/desktop/docker.sock'
  const podman =
    platform === 'darwin'
      ? [join(home, '.local/share/containers/podman/machine/podman.sock')]
      : [join(runtime, 'podman/podman.sock'), '/run/podman/podman.sock']
  return [
    ['/var/run/docker.sock', 'Docker Engine'],
    [join(home, desktop), 'Docker Desktop'],
    [join(runtime, 'docker.sock'), 'rootless Docker'],
    [join(env.COLIMA_HOME || join(home, '.colima'), 'default/docker.sock'), 'Colima'],
    [join(home, '.rd/docker.sock'), 'Rancher Desktop'],
    ...podman.map((path) => [path, 'Podman']),
  ].map(([path, from]) => ({ host: `unix://${path}`, from }))
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
