import { existsSync, statSync } from 'node:fs'
import type { Build } from '../../core/build/build'
import { emptyBuild, endSteps } from '../../core/build/build-steps'
import { buildFolder, lastWritten, type BuildFolder, type BuildMeta } from './build-folder'
import { walkOf } from './walk-build'

/** An ended build with its steps, as its files tell them. */
export async function replayBuild(id: string): Promise<Build> {
  const folder = buildFolder(id)
  const build = withoutSteps(folder, folder.meta.read())
  if (!existsSync(folder.records)) return build
  const walk = walkOf(folder)
  await walk.on()
  return { ...build, steps: endSteps(walk.known().build, build.endedAt ?? build.startedAt).build.steps }
}

/** The same without waiting for the steps. */
export function endedBuild(id: string): Build {
  const folder = buildFolder(id)
  return withoutSteps(folder, folder.meta.read())
}

function withoutSteps(folder: BuildFolder, meta: BuildMeta): Build {
  const logBytes = existsSync(folder.records) ? statSync(folder.records).size : 0
  return {
    ...emptyBuild(meta.id, meta.variant, meta.startedAt),
    endedAt: meta.endedAt ?? lastWritten(folder),
    outcome: meta.outcome ?? { kind: 'interrupted' },
    logBytes,
    ...(meta.expected ? { expected: meta.expected } : {}),
  }
}
