import type Docker from 'dockerode'
import { deadline } from '../../engine/deadline'
import { isLeftover } from './names'

const ASK_MS = 30_000
const PROJECT = 'com.docker.compose.project'

/** Removes a container with what it wrote; one that is gone already is as good. */
export async function removeContainer(docker: Docker, id: string): Promise<void> {
  await quietly(deadline(docker.getContainer(id).remove({ force: true, v: true }), ASK_MS))
}

/** Removes everything that Compose made under this project name: containers, folders, networks. */
export async function removeProject(docker: Docker, name: string): Promise<void> {
  const filters = { label: [`${PROJECT}=${name}`] }
  const containers = await deadline(docker.listContainers({ all: true, filters }), ASK_MS)
  await Promise.all(containers.map((c) => removeContainer(docker, c.Id)))
  const [volumes, networks] = await Promise.all([deadline(docker.listVolumes({ filters }), ASK_MS), deadline(docker.listNetworks({ filters }), ASK_MS)])
  await Promise.all([
    ...(volumes.Volumes ?? []).map((v) => quietly(docker.getVolume(v.Name).remove())),
    ...networks.map((n) => quietly(docker.getNetwork(n.Id).remove())),
  ])
}

/** Removes what checks of a panel left behind that was killed before it could tidy up. */
export async function removeLeftovers(docker: Docker): Promise<void> {
  const [containers, volumes, networks] = await Promise.all([
    deadline(docker.listContainers({ all: true }), ASK_MS),
    deadline(docker.listVolumes({ filters: { label: [PROJECT] } }), ASK_MS),
    deadline(docker.listNetworks({ filters: { label: [PROJECT] } }), ASK_MS),
  ])
  const alone = containers.filter((c) => c.Names.some((name) => isLeftover(name.replace(/^\//, ''))))
  const projects = new Set([...containers, ...(volumes.Volumes ?? []), ...networks].flatMap((thing) => thing.Labels?.[PROJECT] ?? []))
  await Promise.all([...alone.map((c) => removeContainer(docker, c.Id)), ...[...projects].filter(isLeftover).map((name) => removeProject(docker, name))])
}

async function quietly(work: Promise<unknown>): Promise<void> {
  await work.catch(() => undefined)
}
