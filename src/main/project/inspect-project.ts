import { resolve } from 'node:path'
import type { ProjectPlace } from '../../core/compose/command'
import { explain } from '../../core/failure/explain'
import type { Problem } from '../../core/failure/failure'
import { factsOf, type Facts } from '../../core/project/facts'
import { hazardsOf, type Hazard } from '../../core/project/hazards'
import type { Variant } from '../../core/project/project'
import { map } from '../../core/project/references'
import { regretsOf } from '../../core/project/regrets'
import { exclusivePairs, variantsOf } from '../../core/project/variants'
import { findFiles, type Found } from './compose-files'
import { readConfig } from './compose-read'
import { scan } from './compose-scan'
import { consentHash } from './consent'

/** All that is known of a project without running anything of it. */
export interface Reading extends Facts {
  readonly place: ProjectPlace
  readonly name: string
  readonly variants: readonly Variant[]
  readonly exclusive: readonly (readonly [string, string])[]
  readonly warnings: readonly string[]
  /** What a start would do to this computer; asked about before the first start. */
  readonly hazards: readonly Hazard[]
  /** What a consent to that is remembered under. */
  readonly consent: string
}

/** A project that was read, or why it cannot be used as it lies there. */
export type Inspected = { readonly kind: 'read'; readonly reading: Reading } | { readonly kind: 'refused'; readonly problem: Problem }

/** Reads whatever Compose project lies in a folder. */
export async function inspectFolder(folder: string, signal: AbortSignal): Promise<Inspected> {
  const found = await findFiles(resolve(folder))
  return found.kind === 'nothing' ? refused(found.why) : inspectFiles(found, signal)
}

/** Reads a project whose files are known. */
export async function inspectFiles({ place, settings, notes }: Extract<Found, { kind: 'found' }>, signal: AbortSignal): Promise<Inspected> {
  const scanned = await scan(place, settings)
  if (scanned.refused !== null) return refused(scanned.refused)
  const active = (settings['COMPOSE_PROFILES'] ?? '').split(',').map((p) => p.trim()).filter(Boolean)
  const written = writtenProfiles(scanned.roots)
  const read = await readConfig(nameless(place, scanned.roots, settings), { all: written, active }, signal)
  if (read.kind === 'refused') return read
  const facts = factsOf(read.config)
  if (facts.services.length === 0) return refused('The project file defines no services, so there is nothing to start.')
  const variants = variantsOf(read.config, active)
  const hazards = hazardsOf(read.config, place.folder)
  return {
    kind: 'read',
    reading: {
      ...facts,
      place: { ...place, name: place.name ?? read.config.name },
      name: read.config.name,
      variants,
      exclusive: exclusivePairs(read.config, variants),
      warnings: [
        ...scanned.warnings,
        ...notes,
        ...read.broken.map(({ profile, problem }) => `The profile "${profile}" cannot be used: ${problem.title}. ${problem.why}`),
        ...active.filter((p) => !facts.profiles.includes(p)).map((p) => `The file .env switches on the profile "${p}", which no service has`),
        ...hazards.map((h) => h.words),
        ...regretsOf(read.config, read.said, scanned.roots),
      ],
      hazards,
      consent: consentHash(read.config),
    },
  }
}

// Where the project says its name itself, Compose judges that name.
function nameless(place: ProjectPlace, roots: readonly unknown[], settings: Readonly<Record<string, string>>): ProjectPlace {
  const named = roots.some((root) => 'name' in map(root)) || settings['COMPOSE_PROJECT_NAME']
  return named ? { ...place, name: null } : place
}

function writtenProfiles(roots: readonly unknown[]): readonly string[] {
  const services = roots.flatMap((root) => Object.values(map(map(root)['services'])))
  return [...new Set(services.flatMap((service) => [map(service)['profiles']].flat().filter((p) => typeof p === 'string')))]
}

function refused(detail: string): Inspected {
  return { kind: 'refused', problem: explain({ kind: 'project-invalid', line: null, detail }, []) }
}
