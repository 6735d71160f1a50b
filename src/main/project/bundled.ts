import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { ProjectPlace } from '../../core/compose/command'

const FILE = 'docker-compose.yml'

/** The project that comes with the panel; FACECRAFT_PANEL_PROJECT names another folder, FACECRAFT_PANEL_PROJECT_NAME another name. */
export function bundledProject(appFolder: string): ProjectPlace {
  const packaged = join(appFolder, '..', 'project')
  const folder = process.env['FACECRAFT_PANEL_PROJECT'] ?? (existsSync(join(packaged, FILE)) ? packaged : appFolder)
  return { folder, file: FILE, name: process.env['FACECRAFT_PANEL_PROJECT_NAME'] ?? null }
}
