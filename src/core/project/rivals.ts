import type { ComposeService } from './compose-config'
import { collide, hostPorts, type HostPort } from './host-ports'

type Named = readonly [name: string, service: ComposeService]

/** Whether two services are two ways of doing one thing: they take the same port or name, or play the same role. */
export function rivals(one: Named, other: Named): boolean {
  return clash(one, other) || sameRole(one, other)
}

/** Whether two services cannot run at the same time on one computer. */
export function clash([, one]: Named, [, other]: Named): boolean {
  if (one.container_name && one.container_name === other.container_name) return true
  return clashingPort(one, other) !== null
}

/** A port that two services take both; null where there is none. */
export function clashingPort(one: ComposeService, other: ComposeService): HostPort | null {
  const [few, many] = [one, other].sort((a, b) => taken(a).size - taken(b).size) as [ComposeService, ComposeService]
  for (const [key, ports] of taken(few)) {
    const met = ports.find((port) =>
      taken(many)
        .get(key)
        ?.some((t) => collide(port, t)),
    )
    if (met) return met
  }
  return null
}

const known = new WeakMap<ComposeService, ReadonlyMap<string, readonly HostPort[]>>()

/** The names and ports that only one service can have at a time. */
export function claimsOf(service: ComposeService): readonly string[] {
  return [...(service.container_name ? [service.container_name] : []), ...taken(service).keys()]
}

// By number and protocol, worked out once for each service: a range may hold thousands.
function taken(service: ComposeService): ReadonlyMap<string, readonly HostPort[]> {
  const before = known.get(service)
  if (before) return before
  const ports = new Map<string, HostPort[]>()
  for (const port of hostPorts(service)) {
    const key = `${port.port}/${port.protocol}`
    ports.set(key, [...(ports.get(key) ?? []), port])
  }
  known.set(service, ports)
  return ports
}

// Answering to the same name inside the project, or called the same but for the word for the hardware.
function sameRole([name, one]: Named, [otherName, other]: Named): boolean {
  const names = answersTo(one)
  if (answersTo(other).some((n) => names.includes(n))) return true
  return roleOf(name) === roleOf(otherName)
}

function answersTo({ networks, hostname }: ComposeService): readonly string[] {
  const aliases = Object.values(networks ?? {}).flatMap((network) => network?.aliases ?? [])
  return hostname ? [...aliases, hostname] : aliases
}

const HARDWARE =
  /^(cpu|gpus?|nvidia|cuda\d*|cu\d+|amd|rocm|hip|intel|xpu|arc|sycl|oneapi|openvino|ipex|vulkan|metal|mps|npu|tpu|igpu|dgpu|apple|none|lite|accelerated)$/i

/** Whether a word names hardware, such as "gpu" or "rocm". */
export function namesHardware(word: string): boolean {
  return word.split(/[-_.]/).some((part) => HARDWARE.test(part))
}

function roleOf(name: string): string {
  return name
    .split(/[-_.]/)
    .filter((part) => !HARDWARE.test(part))
    .join('-')
    .toLowerCase()
}
