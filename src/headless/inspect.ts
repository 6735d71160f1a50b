import { assertNever } from '../core/assert-never'
import type { Found } from '../main/project/compose-files'
import type { Early } from '../main/project/inspect-early'
import { inspectFound } from '../main/project/inspect-project'
import type { Reading } from '../main/project/inspect-reading'

/** What `inspect` prints about a folder with a Compose project. */
export interface Inspection {
  readonly ok: boolean
  readonly error: string
  readonly warnings: readonly string[]
  readonly services: readonly string[]
  readonly profiles: readonly string[]
  readonly ports: Readonly<Record<string, readonly string[]>>
  readonly gpuServices: Readonly<Record<string, string>>
  readonly variants: readonly { readonly id: string; readonly kind: string; readonly services: readonly string[] }[]
  readonly exclusive: readonly (readonly [string, string])[]
  readonly health: readonly string[]
}

/** Reads the project that was found without running, fetching or changing anything; `early` is what Compose was asked already. */
export async function inspection(found: Found, early: Early | null, signal: AbortSignal): Promise<Inspection> {
  const inspected = await inspectFound(found, early, signal)
  switch (inspected.kind) {
    case 'read':
      return { ok: true, error: '', ...shown(inspected.reading) }
    case 'refused': {
      const { title, why } = inspected.problem
      return { ok: false, error: `${title}. ${why}`, ...(inspected.seen ? shown(inspected.seen) : NOTHING) }
    }
    default:
      return assertNever(inspected)
  }
}

function shown({ warnings, services, profiles, ports, gpuServices, variants, exclusive, health }: Reading): Shown {
  return { warnings, services, profiles, ports, gpuServices, variants: variants.map(({ id, kind, services }) => ({ id, kind, services })), exclusive, health }
}

type Shown = Omit<Inspection, 'ok' | 'error'>

const NOTHING: Shown = { warnings: [], services: [], profiles: [], ports: {}, gpuServices: {}, variants: [], exclusive: [], health: [] }
