import type { ProjectPlace } from '../../core/compose/command'
import type { Problem } from '../../core/failure/failure'
import { map } from '../../core/project/references'
import { missingVariables, withoutEnvFiles, writtenServices } from '../../core/project/written'
import type { Answer } from './compose-answer'
import { childEnvironment } from '../compose/run-compose'
import type { Found } from './compose-files'
import { readConfig, type Task } from './compose-read'
import { scan, type Scan } from './compose-scan'
import { advise } from './inspect-advice'
import { activeProfiles, readingOf, type Reading } from './inspect-reading'

/** How a close look at a project ended. */
export type SeenClosely =
  | { readonly kind: 'read'; readonly reading: Reading }
  | { readonly kind: 'unsafe'; readonly why: string }
  | { readonly kind: 'refused'; readonly problem: Problem; readonly seen: Reading | null }

/** What is known before the close look; `whole` is Compose's answer where it was asked already. */
export interface Known {
  readonly found: Extract<Found, { kind: 'found' }>
  readonly whole: Answer | null
}

/** Looks through the text of all files of a project before Compose opens them, then asks it, and helps on where it refuses. */
export async function inspectClosely({ found, whole }: Known, signal: AbortSignal): Promise<SeenClosely> {
  const { place, settings, aids } = found
  const scanned = await scan(place, settings)
  if (scanned.refused !== null) return { kind: 'unsafe', why: scanned.refused }
  const written = writtenServices(scanned.roots)
  const profiles = [...new Set(written.flatMap((s) => s.profiles))]
  const active = activeProfiles(settings, profiles)
  const task: Task = { place: nameless(place, scanned.roots, settings), profiles, active, aids, whole }
  const around = { found, active, written, warnings: scanned.warnings }
  const read = await readConfig(task, signal)
  if (read.kind === 'read') return { kind: 'read', reading: await readingOf(read, around) }
  const missing = missingVariables(scanned.roots, { ...settings, ...childEnvironment() })
  const problem = await advise(read.problem, { folder: place.folder, missing, texts: scanned.texts })
  const patched = patchOf(task, read.problem, scanned)
  const again = patched && (await readConfig(patched, signal))
  return { kind: 'refused', problem, seen: again?.kind === 'read' ? await readingOf(again, around) : null }
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
  return { ...task, whole: null, place, aids: { input: withoutEnvFiles(writtenServices(roots)), values: { ...values, ...task.aids.values } } }
}
