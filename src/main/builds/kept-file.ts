import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Variant } from '../../core/project/project'
import type { BuildFolder } from './build-folder'

/** Keeps the Dockerfile with the build as it is when the build begins, so that its lines can be shown whatever becomes of it. */
export function keepDockerfile(folder: BuildFolder, { dockerfile, context }: Variant, project: string): void {
  try {
    writeFileSync(pathOf(folder), readFileSync(resolve(project, context ?? '.', dockerfile ?? 'Dockerfile')))
  } catch {
    // The build itself says what is wrong with it.
  }
}

/** The Dockerfile of a build when it began; null where none was kept. */
export function keptDockerfile(folder: BuildFolder): string | null {
  try {
    return readFileSync(pathOf(folder), 'utf8')
  } catch {
    return null
  }
}

function pathOf(folder: BuildFolder): string {
  return join(dirname(folder.records), 'Dockerfile')
}
