import { resolve } from 'node:path'
import type { ProjectPlace } from '../../core/compose/command'
import { explain } from '../../core/failure/explain'
import type { Problem } from '../../core/failure/failure'
import { map } from '../../core/project/references'
import { missingVariables, withoutEnvFiles, writtenServices } from '../../core/project/written'
import { childEnvironment } from '../compose/run-compose'
import { findFiles, type Found } from './compose-files'
import { readConfig, type Reading as Task } from './compose-read'
import { scan, type Scan } from './compose-scan'
import { advise } from './inspect-advice'
import { readingOf, type Reading } from './inspect-reading'

/** A project that was read; or why it cannot be used as it lies there, with what could be seen of it all the same. */
export type Inspected =
  | { readonly kind: 'read'; readonly reading: Reading }
  | { readonly kind: 'refused'; readonly problem: Problem; readonly seen: Reading | null }

/** Reads whatever Compose project lies in a folder; runs, fetches and changes nothing. */
export async function inspectFolder(folder: string, signal: AbortSignal): Promise<Inspected> {
  const found = await findFiles(resolve(folder))
  if (found.kind === 'found') return inspectFiles(found, signal)
  const problem = explain({ kind: 'project-missing', path: null }, [])
  return { kind: 'refused', problem: { ...problem, title: 'No project was found', why: found.why }, seen: null }
}

/** Reads a project whose files are known. */
export async function inspectFiles(found: Extract<Found, { kind: 'found' }>, signal: AbortSignal): Promise<Inspected> {
  const { place, settings } = found
  const scanned = await scan(place, settings)
  if (scanned.refused !== null) return unsafe(scanned.refused)
  const task = taskOf(found, scanned)
  const read = await readConfig(task, signal)
  const around = { found, scanned, active: task.active }
  if (read.kind === 'read') {
    const reading = readingOf(read, around)
    return reading.services.length > 0 ? { kind: 'read', reading } : unsafe('The project file defines no services, so there is nothing to start.')
  }
  const missing = missingVariables(scanned.roots, { ...settings, ...childEnvironment() })
  const problem = await advise(read.problem, { folder: place.folder, missing, texts: scanned.texts })
  const patched = patchOf(task, read.problem, scanned)
  const again = patched && (await readConfig(patched, signal))
  return { kind: 'refused', problem, seen: again?.kind === 'read' ? readingOf(again, around) : null }
}

function taskOf({ place, settings }: Extract<Found, { kind: 'found' }>, { roots }: Scan): Task {
  const profiles = [...new Set(writtenServices(roots).flatMap((s) => s.profiles))]
  const listed = (settings['COMPOSE_PROFILES'] ?? '').split(',').map((p) => p.trim()).filter(Boolean)
  const active = listed.includes('*') ? profiles : listed
  return { place: nameless(place, roots, settings), profiles, active, aids: {} }
}

// Where the project says its name itself, Compose judges that name.
function nameless(place: ProjectPlace, roots: readonly unknown[], settings: Readonly<Record<string, string>>): ProjectPlace {
  const named = roots.some((root) => 'name' in map(root)) || settings['COMPOSE_PROJECT_NAME']
  return named ? { ...place, name: null } : place
}

// What only lacks its settings is read once more with something in their place, to show what it consists of.
function patchOf(task: Task, { failure }: Problem, { roots }: Scan): Task | null {
  if (failure.kind !== 'variable-missing' && failure.kind !== 'file-missing') return null
  const values = Object.fromEntries(missingVariables(roots, childEnvironment()).map((name) => [name, '1']))
  const place = { ...task.place, overrides: [...(task.place.overrides ?? []), '-'] }
  return { ...task, place, aids: { input: withoutEnvFiles(writtenServices(roots)), values } }
}

function unsafe(why: string): Inspected {
  const problem = explain({ kind: 'project-invalid', line: null, detail: why }, [])
  return { kind: 'refused', problem: { ...problem, title: 'The project cannot be used' }, seen: null }
}
