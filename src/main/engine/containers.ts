import type Docker from 'dockerode'
import { explain } from '../../core/failure/explain'
import type { Problem } from '../../core/failure/failure'
import { recognise } from '../../core/failure/recognise'
import type { ContainerSeen } from '../../core/health/app-state'
import { readHealth, type DockerSays } from '../../core/health/docker-says'
import { deadline } from './deadline'

/** A container of the project as far as the panel needs it. */
export interface ContainerFacts extends ContainerSeen {
  /** The id of its package. */
  readonly image: string
  /** What Docker's own check says and since when at least; null without such a check. */
  readonly health: DockerSays['health']
  /** When Docker starts it again by itself: "unless-stopped", "no". */
  readonly restartPolicy: string
  /** Address and port on the host where it can be reached, or null. */
  readonly published: { readonly address: string; readonly port: number } | null
  /** Whether it was made to publish a port of its own. */
  readonly publishes: boolean
}

const LIST_MS = 5000
const STOP_MS = 40_000
const USUAL_GRACE_S = 10

/** The containers of a Compose project, running or not. */
export async function projectContainers(docker: Docker, project: string): Promise<readonly ContainerFacts[]> {
  const filters = { label: [`com.docker.compose.project=${project}`] }
  const listed = await deadline(docker.listContainers({ all: true, filters }), LIST_MS)
  const facts = await Promise.all(listed.map((c) => containerFacts(docker, c.Id)))
  return facts.filter((f) => f !== null)
}

async function containerFacts(docker: Docker, id: string): Promise<ContainerFacts | null> {
  try {
    const c = await deadline(docker.getContainer(id).inspect(), LIST_MS)
    const binding = Object.values(c.NetworkSettings.Ports ?? {}).find((b) => b && b.length > 0)?.[0]
    return {
      id,
      service: c.Config.Labels['com.docker.compose.service'] ?? '',
      state: c.State.Status,
      startedAt: timeOf(c.State.StartedAt),
      finishedAt: timeOf(c.State.FinishedAt),
      exitCode: c.State.ExitCode,
      outOfMemory: c.State.OOMKilled,
      memoryLimitBytes: c.HostConfig.Memory || null,
      restarts: c.RestartCount,
      publishes: Object.keys(c.HostConfig.PortBindings ?? {}).length > 0,
      image: c.Image,
      health: readHealth(c.State.Health),
      restartPolicy: c.HostConfig.RestartPolicy?.Name ?? '',
      published: binding ? { address: binding.HostIp || '0.0.0.0', port: Number(binding.HostPort) } : null,
    }
  } catch (error) {
    // It was removed between the list and the look.
    if ((error as { statusCode?: number }).statusCode === 404) return null
    throw error
  }
}

// The engine writes year 1 for "never".
function timeOf(text: string): number | null {
  const at = Date.parse(text)
  return Number.isNaN(at) || at < 0 ? null : at
}

/** Stops a container; the project's file says how long Docker waits before it ends it by force. */
export async function stopContainer(docker: Docker, id: string): Promise<void> {
  try {
    const container = docker.getContainer(id)
    const { Config } = await deadline(container.inspect(), LIST_MS)
    const grace = (Config as { readonly StopTimeout?: number }).StopTimeout ?? USUAL_GRACE_S
    await deadline(container.stop(), grace * 1000 + STOP_MS)
  } catch (error) {
    // 304: it had stopped already.
    if ((error as { statusCode?: number }).statusCode !== 304) throw error
  }
}

/** Ends a container at once, by force; its volumes stay. */
export async function killContainer(docker: Docker, id: string): Promise<void> {
  await deadline(docker.getContainer(id).kill(), STOP_MS)
}

/** Starts a container; the problem in words when the engine refuses. */
export async function startContainer(docker: Docker, id: string): Promise<Problem | null> {
  try {
    await deadline(docker.getContainer(id).start(), STOP_MS)
    return null
  } catch (error) {
    const { statusCode, message } = error as { statusCode?: number; message: string }
    if (statusCode === 304) return null
    return explain(recognise({ command: 'docker start', code: 1, lines: [message], context: 'start' }), [message])
  }
}

/** Removes a container, running or not; its volumes stay. */
export async function removeContainer(docker: Docker, id: string): Promise<void> {
  try {
    await deadline(docker.getContainer(id).remove({ force: true }), STOP_MS)
  } catch (error) {
    // 404: somebody removed it already.
    if ((error as { statusCode?: number }).statusCode !== 404) throw error
  }
}
