import type { ComposeConfig, ComposeService } from './compose-config'
import { kindOf } from './device-kind'
import { hostPorts } from './host-ports'
import type { DeviceKind } from './project'

/** What a project consists of, service by service. */
export interface Facts {
  readonly services: readonly string[]
  readonly profiles: readonly string[]
  /** Host ports with their protocol, such as "8000/tcp"; services without any are left out. */
  readonly ports: Readonly<Record<string, readonly string[]>>
  /** The make of the graphics card that a service asks for; services that ask for none are left out. */
  readonly gpuServices: Readonly<Record<string, DeviceKind>>
  /** Services whose health is watched by a check of the project. */
  readonly health: readonly string[]
}

/** The facts of a merged configuration. */
export function factsOf(config: ComposeConfig): Facts {
  const services = Object.entries(config.services ?? {})
  const each = <T>(read: (service: ComposeService) => T | null): Record<string, T> =>
    Object.fromEntries(services.flatMap(([name, service]) => (read(service) === null ? [] : [[name, read(service) as T]])))
  return {
    services: services.map(([name]) => name),
    profiles: [...new Set(services.flatMap(([, s]) => s.profiles ?? []))].filter(Boolean),
    ports: each(portsOf),
    gpuServices: each((s) => (kindOf(s) === 'cpu' ? null : kindOf(s))),
    health: services.filter(([, s]) => isWatched(s)).map(([name]) => name),
  }
}

function portsOf(service: ComposeService): readonly string[] | null {
  const ports = [...new Set(hostPorts(service).map(({ port, protocol }) => `${port}/${protocol}`))]
  return ports.length === 0 ? null : ports
}

// With a rhythm but no test of its own, the check that comes with the package is run.
function isWatched({ healthcheck }: ComposeService): boolean {
  return !!healthcheck && healthcheck.disable !== true && healthcheck.test?.[0] !== 'NONE'
}
