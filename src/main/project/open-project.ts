import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { ProjectPlace } from '../../core/compose/command'
import { explain } from '../../core/failure/explain'
import type { ProjectState } from '../../core/panel/panel'
import { findFiles } from './compose-files'
import { inspectFound } from './inspect-project'

/** Reads the Compose project in `place` through Compose itself; runs and changes nothing. */
export async function openProject(place: ProjectPlace, signal: AbortSignal): Promise<ProjectState> {
  const path = join(place.folder, place.file)
  const found = await findFiles(place.folder)
  if (found.kind === 'nothing' || !(await exists(path))) return { kind: 'unusable', problem: explain({ kind: 'project-missing', path }, []) }
  const inspected = await inspectFound({ ...found, place }, null, signal)
  if (inspected.kind === 'refused') return { kind: 'unusable', problem: inspected.problem }
  const { name, variants, exclusive, warnings, hazards, consent, noForwarder } = inspected.reading
  return { kind: 'usable', project: { name: place.name ?? name, folder: place.folder, variants, exclusive, warnings, hazards, consent, noForwarder } }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
