import { inspectFolder } from '../main/project/inspect-project'

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
  if (inspected.kind === 'refused') {
    const { title, why } = inspected.problem
    return { ok: false, error: `${title}. ${why}`, warnings: [], services: [], profiles: [], ports: {}, gpuServices: {}, variants: [], exclusive: [], health: [] }
  }
  const { warnings, services, profiles, ports, gpuServices, variants, exclusive, health } = inspected.reading
  return { ok: true, error: '', warnings, services, profiles, ports, gpuServices, variants: variants.map(({ id, kind, services }) => ({ id, kind, services })), exclusive, health }
}
