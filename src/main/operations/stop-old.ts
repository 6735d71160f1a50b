import { stop } from '../../core/compose/stop'
import { explain } from '../../core/failure/explain'
import { isUp } from '../../core/health/app-state'
import type { HandOver } from '../../core/operation/hand-over'
import type { Outcome } from '../../core/operation/operation'
import { killContainer, projectContainers, stopContainer } from '../engine/containers'
import { engineBack } from './engine-back'
import { runVerb } from './run-verb'
import { selectionOf, type Tools } from './tools'

/**
 * Stops what only the old version of two that run beside each other has. Where Compose cannot, Docker is asked itself, at last
 * to end it by force; what runs all the same is said, with a button.
 */
export async function stopOld(tools: Tools, { old, next, stops }: HandOver): Promise<Outcome> {
  const never = new AbortController().signal
  const stopped = await runVerb(stop(tools.place, { ...selectionOf(old), services: stops }), never)
  const evidence = stopped.kind === 'failed' ? stopped.problem.evidence : []
  if (stopped.kind !== 'succeeded') await engineBack(tools, never)
  const refused = await stopLeft(tools, stops)
  await tools.app.refresh()
  if (refused === null) return { kind: 'succeeded' }
  return { kind: 'failed', problem: explain({ kind: 'old-still-runs', old: old.id, next: next.id }, [...evidence, ...refused]) }
}

// Null once none of them runs, or what Docker said.
async function stopLeft({ docker, project }: Tools, services: readonly string[]): Promise<readonly string[] | null> {
  const up = async (): Promise<readonly string[]> =>
    (await projectContainers(docker, project.name)).filter((c) => services.includes(c.service) && isUp(c.state)).map((c) => c.id)
  const said: string[] = []
  const note = (error: unknown): void => void said.push(error instanceof Error ? error.message : String(error))
  for (const end of [stopContainer, killContainer]) {
    await Promise.all((await up()).map((id) => end(docker, id).catch(note)))
  }
  return (await up()).length === 0 ? null : said
}
