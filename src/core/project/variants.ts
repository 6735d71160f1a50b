import type { ComposeConfig, ComposeService } from './compose-config'
import { kindOf, requestOf } from './device-kind'
import { hostPorts } from './host-ports'
import type { DeviceKind, PublishedPort, Variant } from './project'
import { rivals } from './rivals'
import { waysOf, type Way } from './ways'

/**
 * The ways of running a project, each with all services that start with it. `active` are the profiles that the project's
 * own settings switch on. A way without a profile of its own has the empty string as its id.
 */
export function variantsOf(config: ComposeConfig, active: readonly string[] = []): readonly Variant[] {
  const services = config.services ?? {}
  const ways = waysOf(services, active).filter((way) => way.services.length > 0)
  const choice = ways.some((way) => isCard(deviceOf(way, services)))
  return ways.map((way) => variantOf(way, services, choice || ways.some(({ id }) => saysCpu(id)) ? 'cpu' : 'none'))
}

function variantOf(way: Way, services: Readonly<Record<string, ComposeService>>, resting: DeviceKind): Variant {
  const mine = way.services.flatMap((name) => (services[name] ? [[name, services[name]] as const] : []))
  const [name, service] = mainOf(way, mine)
  const device = deviceOf(way, services)
  const asking = mine.find(([, one]) => kindOf(one) === device)?.[1]
  const asks = isCard(device) && asking ? requestOf(asking) : 'add-on'
  return {
    id: way.id,
    kind: isCard(device) ? device : resting,
    ...(asks === 'add-on' ? {} : { asksBy: asks }),
    services: way.services,
    profiles: way.profiles,
    main: name,
    image: service.image ?? '',
    dockerfile: service.build?.dockerfile ?? null,
    ...(service.build?.context === undefined ? {} : { context: service.build.context }),
    port: portOf(service),
    volumes: (service.volumes ?? []).filter((v) => v.type === 'volume').flatMap((v) => v.source ?? []),
  }
}

// What a person opens: of the services that make this way its own, or of all, the first with a port for tcp.
function mainOf(way: Way, mine: readonly (readonly [string, ComposeService])[]): readonly [string, ComposeService] {
  const own = mine.filter(([name]) => way.own.includes(name))
  return [...own, ...mine].find(([, s]) => portOf(s)) ?? own[0] ?? mine[0] ?? ['', {}]
}

// Its own services decide; only where they ask for no card do those that belong to every way.
function deviceOf(way: Way, services: Readonly<Record<string, ComposeService>>): DeviceKind {
  const kinds = [...way.own, ...way.services].flatMap((name) => (services[name] ? [kindOf(services[name])] : []))
  return kinds.find(isCard) ?? 'cpu'
}

function isCard(kind: DeviceKind): boolean {
  return kind !== 'cpu' && kind !== 'none'
}

function saysCpu(id: string): boolean {
  return /(^|[-_.])cpu($|[-_.])/i.test(id)
}

function portOf(service: ComposeService): PublishedPort | null {
  const [first] = hostPorts(service)
  if (!first) return null
  const target = service.ports?.find((p) => p.published !== undefined && p.published !== '')?.target ?? first.port
  return { address: first.address, port: first.port, target }
}

/** The pairs of ways that cannot run at the same time: both take a port or a name of their own, or do the same work. */
export function exclusivePairs(config: ComposeConfig, variants: readonly Variant[]): readonly (readonly [string, string])[] {
  const services = config.services ?? {}
  const only = (one: Variant, other: Variant): readonly (readonly [string, ComposeService])[] =>
    one.services.filter((name) => !other.services.includes(name)).flatMap((name) => (services[name] ? [[name, services[name]] as const] : []))
  return variants.flatMap((one, i) =>
    variants.slice(i + 1).flatMap((other) => {
      const meet = only(one, other).some((a) => only(other, one).some((b) => rivals(a, b)))
      return meet ? [[one.id, other.id] as const] : []
    }),
  )
}
