import type { ProjectPlace } from '../core/compose/command'
import { openProject } from '../main/project/open-project'

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
}

/** Reads a project without running or changing anything. */
export async function inspection(place: ProjectPlace, signal: AbortSignal): Promise<Inspection> {
  const state = await openProject(place, signal)
  const none = { warnings: [], services: [], profiles: [], ports: {}, gpuServices: {}, variants: [] }
  if (state.kind !== 'usable') {
    const error = state.kind === 'unusable' ? `${state.problem.title} ${state.problem.why}` : 'The project was not read.'
    return { ok: false, error, ...none }
  }
  const { variants } = state.project
  return {
    ok: true,
    error: '',
    warnings: variants.filter((v) => v.port?.address === '0.0.0.0').map((v) => `${v.main} can be opened by everyone on your network`),
    services: [...new Set(variants.flatMap((v) => v.services))],
    profiles: variants.map((v) => v.id).filter(Boolean),
    ports: Object.fromEntries(variants.flatMap((v) => (v.port ? [[v.main, [`${v.port.port}/tcp`]]] : []))),
    gpuServices: Object.fromEntries(variants.flatMap((v) => (v.kind === 'cpu' || v.kind === 'none' ? [] : [[v.main, v.kind]]))),
    variants: variants.map(({ id, kind, services }) => ({ id, kind, services })),
  }
}
