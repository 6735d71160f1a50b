import type { ComposeConfig, ComposeService } from './compose-config'
import type { DeviceKind, PublishedPort, Variant } from './project'

/**
 * The ways of running a project: one a profile, each with the services that belong to it and those without a profile.
 * A project without profiles has one way, named after nothing: the id is the empty string.
 */
export function variantsOf(config: ComposeConfig): readonly Variant[] {
  const services = Object.entries(config.services ?? {})
  const profiles = [...new Set(services.flatMap(([, s]) => s.profiles ?? []))]
  const ids = profiles.length === 0 ? [''] : profiles
  return ids.map((id) => variantOf(id, services)).filter((v) => v !== null)
}

function variantOf(id: string, all: readonly (readonly [string, ComposeService])[]): Variant | null {
  const mine = all.filter(([, s]) => (s.profiles ?? []).length === 0 || s.profiles?.includes(id))
  const main = mine.find(([, s]) => s.profiles?.includes(id) && portOf(s)) ?? mine.find(([, s]) => portOf(s)) ?? mine[0]
  if (!main) return null
  const [name, service] = main
  return {
    id,
    kind: mine.map(([, s]) => kindOf(s)).find((k) => k !== 'cpu') ?? 'cpu',
    services: mine.map(([n]) => n),
    main: name,
    image: service.image ?? '',
    dockerfile: service.build?.dockerfile ?? null,
    port: portOf(service),
    volumes: (service.volumes ?? []).filter((v) => v.type === 'volume').flatMap((v) => v.source ?? []),
  }
}

/** The device a service reserves: capabilities of any kind, `gpus`, the nvidia runtime, CDI names, AMD's and Intel's device files. */
export function kindOf(service: ComposeService): DeviceKind {
  const reserved = service.deploy?.resources?.reservations?.devices ?? []
  if (reserved.length > 0) return driverKind(reserved.map((d) => d.driver ?? 'nvidia').join(' '))
  if (service.gpus !== undefined || service.runtime === 'nvidia') return 'nvidia'
  const files = JSON.stringify(service.devices ?? [])
  if (files.includes('nvidia.com/')) return 'nvidia'
  if (files.includes('/dev/kfd') || files.includes('amd.com/')) return 'amd'
  if (files.includes('/dev/dri') || files.includes('intel.com/')) return 'intel'
  return 'cpu'
}

function driverKind(drivers: string): DeviceKind {
  if (drivers.includes('amd')) return 'amd'
  if (drivers.includes('intel')) return 'intel'
  return 'nvidia'
}

function portOf(service: ComposeService): PublishedPort | null {
  const published = (service.ports ?? []).find((p) => p.published !== undefined && p.published !== '')
  if (!published?.published) return null
  return { address: published.host_ip ?? '0.0.0.0', port: Number(published.published.split('-')[0]), target: published.target }
}
