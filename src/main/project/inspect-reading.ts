import type { ProjectPlace } from '../../core/compose/command'
import { factsOf, type Facts } from '../../core/project/facts'
import { whyNoForwarder } from '../../core/project/forwarder'
import { hazardsOf, type Hazard } from '../../core/project/hazards'
import type { Variant } from '../../core/project/project'
import { regretsOf, regretsOfVariants } from '../../core/project/regrets'
import { exclusivePairs, variantsOf } from '../../core/project/variants'
import type { Written } from '../../core/project/written'
import type { Found } from './compose-files'
import type { Read } from './compose-read'
import { consentHash } from './consent'
import { missingThings } from './inspect-missing'

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
  /** Why its versions cannot run behind a forwarder; null where they can. */
  readonly noForwarder: string | null
}

/** What a reading is drawn up from beside Compose's answer. */
export interface Around {
  readonly found: Extract<Found, { kind: 'found' }>
  readonly active: readonly string[]
  /** The services as the text shows them; needed only where Compose refused some. */
  readonly written: readonly Written[]
  /** What the text of the files gave reason to warn of. */
  readonly warnings: readonly string[]
}

/** The profiles that the project's own settings switch on. */
export function activeProfiles(settings: Readonly<Record<string, string>>, all: readonly string[]): readonly string[] {
  const listed = (settings['COMPOSE_PROFILES'] ?? '')
    .split(',')
    .map((p) => p.trim())
    .filter(Boolean)
  return listed.includes('*') ? [...new Set(all)].filter(Boolean) : listed
}

/** Draws up what is known of a project from Compose's answer and from what was seen before it was asked. */
export async function readingOf(read: Extract<Read, { kind: 'read' }>, { found, active, written, warnings: before }: Around): Promise<Reading> {
  const { config, broken, said } = read
  const facts = withBroken(
    factsOf(config),
    broken.map((b) => b.profile),
    written,
  )
  const variants = variantsOf(config, active)
  const hazards = hazardsOf(config, found.place.folder)
  const warnings = [
    ...before,
    ...found.notes,
    ...broken.map(({ profile, problem }) => `The profile "${profile}" cannot be used: ${problem.title}. ${problem.why}`),
    ...active.filter((p) => !facts.profiles.includes(p)).map((p) => `The file .env switches on the profile "${p}", which no service has`),
    ...hazards.map((h) => h.words),
    ...regretsOfVariants(variants),
    ...regretsOf(config, said),
    ...(await missingThings(config, found.place.folder)),
  ]
  return {
    ...facts,
    place: { ...found.place, name: config.name },
    name: config.name,
    variants,
    exclusive: exclusivePairs(config, variants),
    warnings: [...new Set(warnings)],
    hazards,
    consent: consentHash(config),
    noForwarder: whyNoForwarder(config, variants),
  }
}

// What a profile consists of is known from the text even where Compose refuses it.
function withBroken(facts: Facts, profiles: readonly string[], written: readonly Written[]): Facts {
  const lost = written.filter((s) => s.profiles.some((p) => profiles.includes(p)))
  return {
    ...facts,
    services: [...new Set([...facts.services, ...lost.map((s) => s.name)])].sort(),
    profiles: [...new Set([...facts.profiles, ...profiles])],
  }
}
