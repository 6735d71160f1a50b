import type { ComposeService } from './compose-config'
import { collide, hostPorts } from './host-ports'

type Named = readonly [name: string, service: ComposeService]

/** Whether two services are two ways of doing one thing: they take the same port or name, or play the same role. */
export function rivals(one: Named, other: Named): boolean {
  return clash(one, other) || sameRole(one, other)
}

/** Whether two services cannot run at the same time on one computer. */
export function clash([, one]: Named, [, other]: Named): boolean {
  if (one.container_name && one.container_name === other.container_name) return true
  const taken = hostPorts(other)
  return hostPorts(one).some((port) => taken.some((t) => collide(port, t)))
}

// Answering to the same name inside the project, or called the same but for the word for the hardware.
function sameRole([name, one]: Named, [otherName, other]: Named): boolean {
  const names = answersTo(one)
  if (answersTo(other).some((n) => names.includes(n))) return true
  const role = roleOf(name)
  return role !== '' && role === roleOf(otherName)
}

function answersTo({ networks, hostname }: ComposeService): readonly string[] {
  const aliases = Object.values(networks ?? {}).flatMap((network) => network?.aliases ?? [])
  return hostname ? [...aliases, hostname] : aliases
}

const HARDWARE = /^(cpu|gpus?|nvidia|cuda\d*|cu\d+|amd|rocm|hip|intel|xpu|arc|sycl|oneapi|openvino|ipex|vulkan|metal|mps|npu|tpu|igpu|dgpu|apple|none|lite|accelerated)$/i

/** Whether a word names hardware, such as "gpu" or "rocm". */
export function namesHardware(word: string): boolean {
  return word.split(/[-_.]/).some((part) => HARDWARE.test(part))
}

function roleOf(name: string): string {
  return name.split(/[-_.]/).filter((part) => !HARDWARE.test(part)).join('-').toLowerCase()
}
