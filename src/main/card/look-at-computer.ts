import { access, readFile, readdir } from 'node:fs/promises'
import { release } from 'node:os'
import { join } from 'node:path'
import type { CardFound, CardGround, Make, System } from '../../core/card/card'
import { systemOf } from '../../core/card/system'
import type { DriverSeen } from '../../core/health/nvidia-smi'
import { lookAtDriver } from '../health/look-at-card'

const MAKERS: Readonly<Record<string, Make>> = { '0x10de': 'nvidia', '0x1002': 'amd', '0x8086': 'intel' }
const PCI = '/sys/bus/pci/devices'
const PROC = '/proc/driver/nvidia'
const PROGRAMS = ['/usr/bin', '/usr/local/bin', '/usr/local/nvidia/toolkit', '/run/current-system/sw/bin']

/** Which system this is. */
export async function lookAtSystem(): Promise<System> {
  return systemOf({ platform: process.platform, osRelease: await textOf('/etc/os-release'), kernel: release() })
}

/** The graphics cards in the computer's own list of devices, with a driver or without; null where there is no list to read. */
export async function lookAtCards(system: System): Promise<readonly CardFound[] | null> {
  // Inside Windows the card does not stand in the list.
  if (process.platform !== 'linux' || system.inWindows) return null
  const devices = await readdir(PCI).catch(() => null)
  if (!devices) return null
  const found = await Promise.all(devices.map((device) => cardAt(join(PCI, device))))
  return found.filter((card) => card !== null)
}

// Class 3 are displays and 3D controllers, 0x12 accelerators.
async function cardAt(folder: string): Promise<CardFound | null> {
  const [type, vendor] = await Promise.all([textOf(join(folder, 'class')), textOf(join(folder, 'vendor'))])
  const make = MAKERS[vendor?.trim() ?? '']
  if (!make || !/^0x(03|12)/.test(type ?? '')) return null
  const [name, memory] = await Promise.all([textOf(join(folder, 'product_name')), textOf(join(folder, 'mem_info_vram_total'))])
  return { make, name: name?.trim() || null, memoryBytes: Number(memory) || null }
}

/** What NVIDIA's driver says: through its own program, or where that is missing through what it shows in /proc. */
export async function lookAtNvidia(): Promise<DriverSeen> {
  const driver = await lookAtDriver()
  if (driver.kind !== 'no-driver') return driver
  const version = /Kernel Module\s+(?:for \S+\s+)?(\d[\d.]*)/.exec((await textOf(join(PROC, 'version'))) ?? '')?.[1]
  if (version === undefined) return driver
  const cards = await readdir(join(PROC, 'gpus')).catch(() => [])
  const names = await Promise.all(cards.map(async (card) => /^Model:\s*(.+)$/m.exec((await textOf(join(PROC, 'gpus', card, 'information'))) ?? '')?.[1]))
  const seen = names.flatMap((name) => (name ? [{ name: name.trim(), driver: version, memoryBytes: null, memoryUsedBytes: null, busy: null }] : []))
  return seen.length > 0 ? { kind: 'cards', cards: seen } : { kind: 'no-card' }
}

/** The makes whose device files a container could be given. */
export async function lookAtFiles(cards: readonly CardFound[] | null): Promise<readonly Make[]> {
  const [kfd, nodes] = await Promise.all([isThere('/dev/kfd'), readdir('/dev/dri').catch(() => [])])
  const intel = nodes.some((node) => node.startsWith('renderD')) && (cards ?? []).some(({ make }) => make === 'intel')
  return [...(kfd ? (['amd'] as const) : []), ...(intel ? (['intel'] as const) : [])]
}

/** How much of NVIDIA's add-on for Docker is on this computer. */
export async function lookAtAddOn(): Promise<CardGround['addOn']> {
  const folders = [...(process.env['PATH'] ?? '').split(':').filter(Boolean), ...PROGRAMS]
  const has = async (program: string): Promise<boolean> => (await Promise.all(folders.map((folder) => isThere(join(folder, program))))).includes(true)
  if (await has('nvidia-container-runtime-hook')) return 'hook'
  return (await has('nvidia-ctk')) ? 'tools' : 'absent'
}

async function textOf(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch(() => null)
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
