import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ProjectPlace } from '../../core/compose/command'
import type { ProjectState } from '../../core/panel/panel'
import { addressOverride, type Address } from '../../core/project/address'
import { panelFolder } from '../files/panel-folder'
import { openProject } from './open-project'

/** A project as it is used: its own files, and after them the panel's file for the address when one is wished. */
export interface Opened {
  readonly place: ProjectPlace
  readonly project: ProjectState
}

/** Reads the project, and once more with the wished address laid over it; the project's own file is never changed. */
export async function openAt(place: ProjectPlace, address: Address, signal: AbortSignal): Promise<Opened> {
  const project = await openProject(place, signal)
  const file = join(panelFolder(), 'address.yml')
  const override = project.kind === 'usable' ? addressOverride(project.project, address) : null
  if (override === null) {
    rmSync(file, { force: true })
    return { place, project }
  }
  writeFileSync(file, override)
  const moved = { ...place, overrides: [file] }
  return { place: moved, project: await openProject(moved, signal) }
}
