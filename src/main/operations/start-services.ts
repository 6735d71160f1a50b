import { startMade } from '../../core/compose/up'
import type { Problem } from '../../core/failure/failure'
import type { Variant } from '../../core/project/project'
import { projectContainers, startContainer } from '../engine/containers'
import { runVerb } from './run-verb'
import { selectionOf, type Tools } from './tools'

/** Starts containers that are made already: a single one at once, several in the order that the project's file asks for. */
export async function startServices(tools: Tools, variant: Variant, services: readonly string[]): Promise<Problem | null> {
  const all = await projectContainers(tools.docker, tools.project.name)
  const [only, ...more] = all.filter((c) => services.includes(c.service))
  if (only && more.length === 0) return startContainer(tools.docker, only.id)
  const started = await runVerb(startMade(tools.place, { ...selectionOf(variant), services }), new AbortController().signal)
  return started.kind === 'failed' ? started.problem : null
}
