import type { CardRequest } from '../card/card'
import type { ComposeService } from './compose-config'
import type { DeviceKind } from './project'

/** The device a service reserves: capabilities of any kind, `gpus`, the nvidia runtime, CDI names, AMD's and Intel's device files. */
export function kindOf(service: ComposeService): DeviceKind {
  const reserved = [...(service.deploy?.resources?.reservations?.devices ?? []), ...requests(service.gpus)]
  const makes = reserved.map(makeOf)
  const first = makes.find((kind) => kind !== 'nvidia') ?? makes[0]
  if (first) return first
  if (/^nvidia/.test(service.runtime ?? '')) return 'nvidia'
  if (/^amd|^rocm/.test(service.runtime ?? '')) return 'amd'
  return kindOfFiles(service)
}

/** How a service asks for its card: from NVIDIA's add-on, by a CDI name, or by mapping its files. */
export function requestOf(service: ComposeService): CardRequest {
  const reserved = [...(service.deploy?.resources?.reservations?.devices ?? []), ...requests(service.gpus)]
  const files = JSON.stringify(service.devices ?? [])
  if (reserved.some(({ driver }) => driver === 'cdi') || /[\w.-]+\/[\w.-]+=/.test(files)) return 'cdi'
  return reserved.length === 0 && service.runtime === undefined ? 'files' : 'add-on'
}

interface Request {
  readonly driver?: string | undefined
  readonly device_ids?: readonly string[] | null | undefined
}

// `gpus: all` comes as a list from Compose and as a word from people's hands.
function requests(gpus: unknown): readonly Request[] {
  if (gpus === undefined || gpus === null || gpus === false) return []
  return Array.isArray(gpus) ? (gpus as Request[]) : [{}]
}

function makeOf({ driver, device_ids }: Request): DeviceKind {
  const words = `${driver ?? ''} ${(device_ids ?? []).join(' ')}`
  if (/\bamd\b|amd\.com|rocm/.test(words)) return 'amd'
  if (/\bintel\b|intel\.com|\bxpu\b/.test(words)) return 'intel'
  return 'nvidia'
}

// /dev/dri is Intel's and AMD's alike: the package's name tells them apart where it can.
function kindOfFiles({ devices, image, container_name }: ComposeService): DeviceKind {
  const files = JSON.stringify(devices ?? [])
  if (files.includes('nvidia.com/') || /\/dev\/nvidia/.test(files)) return 'nvidia'
  if (files.includes('/dev/kfd') || files.includes('amd.com/')) return 'amd'
  if (files.includes('intel.com/')) return 'intel'
  if (files.includes('/dev/dri')) return /rocm|\bamd|radeon/.test(`${image} ${container_name}`) ? 'amd' : 'intel'
  return 'cpu'
}
