import type { ComposeService } from './compose-config'

/** One port of this computer that a service takes when it starts. */
export interface HostPort {
  readonly address: string
  readonly port: number
  readonly protocol: string
}

/** Every port of this computer that a service takes, ranges written out; a port that Docker picks at the start is not known and left out. */
export function hostPorts(service: ComposeService): readonly HostPort[] {
  return (service.ports ?? []).flatMap(({ published, host_ip, protocol }) =>
    range(published ?? '').map((port) => ({ address: host_ip || '0.0.0.0', port, protocol: protocol || 'tcp' })),
  )
}

/** Whether an address lets in everyone on the network, not only this computer. */
export function isOpenToAll(address: string): boolean {
  return address === '0.0.0.0' || address === '::' || address === '[::]'
}

/** Whether two ports cannot be taken at once. */
export function collide(one: HostPort, other: HostPort): boolean {
  if (one.port !== other.port || one.protocol !== other.protocol) return false
  return one.address === other.address || isOpenToAll(one.address) || isOpenToAll(other.address)
}

const LAST_PORT = 65_535

function range(published: string): readonly number[] {
  const match = /^(\d+)(?:-(\d+))?$/.exec(published)
  if (!match) return []
  const first = Number(match[1])
  const last = Math.min(Number(match[2] ?? match[1]), LAST_PORT)
  return first === 0 || last < first ? [] : Array.from({ length: last - first + 1 }, (_, i) => first + i)
}
