import { createHash } from 'node:crypto'
import type Docker from 'dockerode'
import { FORWARDER, frontOf } from '../../core/project/forwarder'
import type { Project, Variant } from '../../core/project/project'
import { explain } from '../../core/failure/explain'
import type { Problem } from '../../core/failure/failure'
import { startContainer } from '../engine/containers'
import { deadline } from '../engine/deadline'
import { PROGRAM } from './ask'

const ENGINE_MS = 10_000
const INSIDE = 8080
const NOT_OURS = ['bridge', 'host', 'none']

/** The forwarder of a project, running or not; null when there is none. */
export async function findForwarder(docker: Docker, project: string): Promise<{ readonly id: string; readonly running: boolean } | null> {
  const filters = { label: [`com.docker.compose.project=${project}`, `com.docker.compose.service=${FORWARDER}`] }
  const [found] = await deadline(docker.listContainers({ all: true, filters }), ENGINE_MS)
  return found ? { id: found.Id, running: found.State === 'running' } : null
}

/** Takes the forwarder of a project away, if there is one. */
export async function removeForwarder(docker: Docker, project: string): Promise<void> {
  const found = await findForwarder(docker, project)
  if (found) await removeWhole(docker.getContainer(found.id))
}

/** What a forwarder is made from: the project, the version in front of which it stands, and a network where it reaches it. */
export interface Standing {
  readonly project: Project
  readonly variant: Variant
  readonly network: string
}

/** Makes a forwarder from the version's own package and starts it; nothing is left of one that cannot start. */
export async function makeForwarder(docker: Docker, standing: Standing): Promise<Problem | null> {
  const name = `${standing.project.name}-${FORWARDER}`
  let made: Docker.Container
  try {
    made = await deadline(docker.createContainer({ name, ...definition(standing) }), ENGINE_MS)
  } catch (error) {
    const { statusCode, message } = error as { statusCode?: number; message: string }
    if (statusCode === 409) return explain({ kind: 'name-taken', name }, [message])
    throw error
  }
  const refused = await startContainer(docker, made.id)
  if (refused) await removeWhole(made)
  return refused
}

/** A network of the project that a container is part of, by its name; null when it has none of its own. */
export async function networkOf(docker: Docker, id: string): Promise<string | null> {
  const { NetworkSettings: settings } = await deadline(docker.getContainer(id).inspect(), ENGINE_MS)
  return Object.keys(settings.Networks ?? {}).find((name) => !NOT_OURS.includes(name)) ?? null
}

// With the unnamed volumes that its package may declare.
async function removeWhole(container: Docker.Container): Promise<void> {
  try {
    await deadline(container.remove({ force: true, v: true }), ENGINE_MS)
  } catch (error) {
    // 404: somebody removed it already.
    if ((error as { statusCode?: number }).statusCode !== 404) throw error
  }
}

// Compose's own labels, so that `docker compose down --remove-orphans` takes it away with the rest.
function definition({ project, variant, network }: Standing): Docker.ContainerCreateOptions {
  const port = variant.port ?? { address: '127.0.0.1', port: 0, target: 0 }
  const fronts = [variant, ...project.variants.filter((v) => v.id !== variant.id)].map(frontOf)
  const cmd = [...PROGRAM.slice(1), 'serve', String(INSIDE), ...fronts]
  return {
    Image: variant.image,
    Entrypoint: PROGRAM.slice(0, 1),
    Cmd: cmd,
    User: '65534:65534',
    WorkingDir: '/',
    Healthcheck: { Test: ['NONE'] },
    StopSignal: 'SIGTERM',
    Labels: {
      'com.docker.compose.project': project.name,
      'com.docker.compose.service': FORWARDER,
      'com.docker.compose.oneoff': 'False',
      'com.docker.compose.container-number': '1',
      'com.docker.compose.config-hash': createHash('sha256').update(cmd.join('\n')).digest('hex'),
      'facecraft.panel.purpose': 'forwarder',
    },
    ExposedPorts: { [`${INSIDE}/tcp`]: {} },
    HostConfig: {
      NetworkMode: network,
      PortBindings: { [`${INSIDE}/tcp`]: [{ HostIp: port.address, HostPort: String(port.port) }] },
      RestartPolicy: { Name: 'unless-stopped' },
      ReadonlyRootfs: true,
      CapDrop: ['ALL'],
      SecurityOpt: ['no-new-privileges:true'],
      Memory: 256 * 2 ** 20,
      PidsLimit: 64,
      LogConfig: { Type: 'json-file', Config: { 'max-size': '1m', 'max-file': '1' } },
      // A version that is stopped has no address: nobody outside need be asked for it.
      Dns: ['127.0.0.1'],
    },
  }
}
