import type { ComposeConfig, ComposeService } from './compose-config'
import type { Project, Variant } from './project'

/** The service under which the forwarder stands in the project: a container of the panel that holds the app's port. */
export const FORWARDER = 'panel-forwarder'

/** How a version gets its port: it publishes it itself, or the forwarder does and passes each connection on. */
export type Way = 'own port' | 'forwarder'

/** A Compose file that takes each version's published port away, to be named after all others. `!reset` needs Compose 2.24.4. */
export function withoutPorts(project: Project): string {
  const mains = new Set(project.variants.map((v) => v.main))
  return ['services:', ...[...mains].flatMap((name) => [`  ${JSON.stringify(name)}:`, '    ports: !reset []']), ''].join('\n')
}

/** Where the forwarder reaches a version inside the project's network. */
export function frontOf({ main, port }: Variant): string {
  return `${main}:${port?.target ?? 0}`
}

/** Why the versions of a project cannot run behind a forwarder, side by side for a moment; null where they can. */
export function whyNoForwarder({ services }: ComposeConfig, variants: readonly Variant[]): string | null {
  const [first] = variants
  if (!first || variants.length < 2) return 'There is only one version'
  if (variants.some(({ port }) => port?.port !== first.port?.port || port?.address !== first.port?.address)) return 'The versions have different addresses'
  const mains = new Set(variants.map((v) => v.main))
  if (mains.size < variants.length) return 'The versions share the part that answers'
  const all = variants.flatMap((variant) => {
    const own = variant.services.filter((name) => variants.some((other) => !other.services.includes(name)))
    return own.map((name) => ({ name, service: services?.[name] ?? {} }))
  })
  if (all.some(({ name, service }) => (service.ports?.length ?? 0) !== (mains.has(name) ? 1 : 0))) return 'A version takes more than one port, or none'
  if (all.some(({ service }) => service.network_mode != null || service.ports?.some((p) => p.protocol === 'udp'))) {
    return 'A version does not use the project’s own network'
  }
  return sharesName(all.map(({ service }) => service)) ? 'The versions want the same container name' : null
}

function sharesName(services: readonly ComposeService[]): boolean {
  const names = services.flatMap((s) => s.container_name ?? [])
  return new Set(names).size < names.length
}
