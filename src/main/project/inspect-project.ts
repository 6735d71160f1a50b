import { explain } from '../../core/failure/explain'
import type { Problem } from '../../core/failure/failure'
import { answerOf, type Answer } from './compose-answer'
import type { Found } from './compose-files'
import type { Early } from './inspect-early'
import { activeProfiles, readingOf, type Reading } from './inspect-reading'

/** A project that was read; or why it cannot be used as it lies there, with what could be seen of it all the same. */
export type Inspected =
  | { readonly kind: 'read'; readonly reading: Reading }
  | { readonly kind: 'refused'; readonly problem: Problem; readonly seen: Reading | null }

/** Reads the project that was found in a folder; runs, fetches and changes nothing. `early` is what Compose was asked already. */
export async function inspectFound(found: Found, early: Early | null, signal: AbortSignal): Promise<Inspected> {
  if (found.kind === 'nothing') return refused(found.title, { kind: 'project-missing', path: null }, found.why)
  const whole = early && answerOf(early.command, await early.answer)
  if (whole?.kind === 'read') return usable(await plainReading(found, whole))
  // Only a project that is not plain, or not in order, needs the reader for its text.
  const { inspectClosely } = await import('./inspect-closely')
  const seen = await inspectClosely({ found, whole }, signal)
  switch (seen.kind) {
    case 'read':
      return usable(seen.reading)
    case 'unsafe':
      return unsafe(seen.why)
    case 'refused':
      return seen
  }
}

async function plainReading(found: Extract<Found, { kind: 'found' }>, { config, said }: Extract<Answer, { kind: 'read' }>): Promise<Reading> {
  const profiles = Object.values(config.services ?? {}).flatMap((s) => s.profiles ?? [])
  const active = activeProfiles(found.settings, profiles)
  return readingOf({ kind: 'read', config, said, broken: [] }, { found, active, written: [], warnings: [] })
}

function usable(reading: Reading): Inspected {
  return reading.services.length > 0 ? { kind: 'read', reading } : unsafe('The project file defines no services, so there is nothing to start.')
}

function unsafe(why: string): Inspected {
  return refused('The project cannot be used', { kind: 'project-invalid', line: null, detail: why }, why)
}

function refused(title: string, failure: Problem['failure'], why: string): Inspected {
  return { kind: 'refused', problem: { ...explain(failure, []), title, why }, seen: null }
}
