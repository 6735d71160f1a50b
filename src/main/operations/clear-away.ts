import { projectContainers, removeContainer } from '../engine/containers'
import type { Tools } from './tools'

/** Removes the containers of these services, also those that only were made; volumes stay. */
export async function clearAway(tools: Tools, services: readonly string[]): Promise<void> {
  const all = await projectContainers(tools.docker, tools.project.name)
  await Promise.all(all.filter((c) => services.includes(c.service)).map((c) => removeContainer(tools.docker, c.id)))
}
