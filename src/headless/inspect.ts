import { assertNever } from '../core/assert-never'
import { inspectFolder } from '../main/project/inspect-project'
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

/** Reads whatever project lies in a folder without running, fetching or changing anything. */
export async function inspection(folder: string, signal: AbortSignal): Promise<Inspection> {
  const inspected = await inspectFolder(folder, signal)
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
