/** A place where Docker may listen; `url` is unix://, npipe:// or tcp://. */
export interface EngineCandidate {
  readonly name: string
  readonly url: string
}

/** What the search depends on; `context` is the address of the current docker context, `uid` the person's number. */
export interface SearchGround {
  readonly platform: string
  readonly home: string
  readonly uid: number
  readonly runtimeFolder: string | null
  readonly dockerHost: string | null
  readonly context: { readonly name: string; readonly url: string } | null
}

/** Where to look for Docker, in order; an explicit DOCKER_HOST is the only place when it is set. */
export function engineCandidates(ground: SearchGround): readonly EngineCandidate[] {
  if (ground.dockerHost) return [{ name: 'the address in DOCKER_HOST', url: ground.dockerHost }]
  const first = ground.context ? [{ name: `Docker context "${ground.context.name}"`, url: ground.context.url }] : []
  const all = [...first, ...usualPlaces(ground)]
  return all.filter((c, i) => all.findIndex((d) => d.url === c.url) === i)
}

function usualPlaces(ground: SearchGround): readonly EngineCandidate[] {
  if (ground.platform === 'win32') {
    return [
      { name: 'Docker Desktop', url: 'npipe:////./pipe/dockerDesktopLinuxEngine' },
      { name: 'Docker', url: 'npipe:////./pipe/docker_engine' },
      { name: 'Podman', url: 'npipe:////./pipe/podman-machine-default' },
    ]
  }
  const home = (path: string): string => `unix://${ground.home}/${path}`
  const runtime = ground.runtimeFolder ?? `/run/user/${ground.uid}`
  return [
    { name: 'Docker Desktop', url: ground.platform === 'darwin' ? home('.docker/run/docker.sock') : home('.docker/desktop/docker.sock') },
    { name: 'Docker Engine', url: 'unix:///var/run/docker.sock' },
    { name: 'Docker without root', url: `unix://${runtime}/docker.sock` },
    { name: 'Colima', url: home('.colima/default/docker.sock') },
    { name: 'Rancher Desktop', url: home('.rd/docker.sock') },
    { name: 'Podman', url: ground.platform === 'darwin' ? home('.local/share/containers/podman/machine/podman.sock') : `unix://${runtime}/podman/podman.sock` },
  ]
}
