import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ProjectPlace } from '../../core/compose/command'
import { explain } from '../../core/failure/explain'
import type { Problem } from '../../core/failure/failure'
import { withoutPorts } from '../../core/project/forwarder'
import type { Variant } from '../../core/project/project'
import { inspectImage } from '../engine/images'
import { panelFolder } from '../files/panel-folder'
import type { Tools } from '../operations/tools'
import { makeForwarder, networkOf, removeForwarder } from './container'
import { hasPython } from './has-python'

/** The project as a version is to be made from it: without a port of its own where a forwarder will hold it. */
export async function placeFor(tools: Tools, variant: Variant): Promise<ProjectPlace> {
  return (await goesBehind(tools, variant)) ? placeBehind(tools) : tools.place
}

/** The project with no published port on any version, by a file of the panel's own. */
export function placeBehind({ place, project }: Tools): ProjectPlace {
  const file = join(panelFolder(), 'forwarder.yml')
  writeFileSync(file, withoutPorts(project))
  return { ...place, overrides: [...(place.overrides ?? []), file] }
}

/** Puts a new forwarder in front of a version that has no port of its own; nothing to do for one that has. */
export async function putInFront(tools: Tools, variant: Variant): Promise<Problem | null> {
  const container = await tools.app.containerOf(variant)
  if (!container || container.publishes || variant.port === null) return null
  await removeForwarder(tools.docker, tools.project.name)
  const network = await networkOf(tools.docker, container.id)
  if (network === null) return explain({ kind: 'unknown', command: 'docker network', code: null }, ['the version is in no network of the project'])
  return makeForwarder(tools.docker, { project: tools.project, variant, network })
}

async function goesBehind(tools: Tools, variant: Variant): Promise<boolean> {
  if (!tools.hub.state().settings.withoutPause || tools.project.noForwarder != null || variant.port === null) return false
  const image = await inspectImage(tools.docker, variant.image)
  return image !== null && hasPython(tools.docker, image.digest)
}
