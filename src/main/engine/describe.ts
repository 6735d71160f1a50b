import { statfs } from 'node:fs/promises'
import type { EngineState } from '../../core/engine/engine'
import { runDocker } from '../compose/run-compose'
import type { EngineLink } from './connect'
import { deadline } from './deadline'

const INFO_MS = 8000

interface Info {
  readonly ServerVersion: string
  readonly DockerRootDir: string
  readonly NCPU: number
  readonly MemTotal: number
  readonly Runtimes?: Readonly<Record<string, unknown>>
  readonly DiscoveredDevices?: readonly { readonly ID: string }[] | null
}

/** What kind of Docker answered: versions, size, free space where it stores, whether it knows NVIDIA cards. */
export async function describeEngine(link: EngineLink, signal: AbortSignal): Promise<EngineState> {
  const [info, compose] = await Promise.all([deadline(link.docker.info(), INFO_MS) as Promise<Info>, composeVersion(signal)])
  if (compose === null) return { kind: 'no-compose', version: info.ServerVersion, looked: [], at: Date.now() }
  return {
    kind: 'running',
    version: info.ServerVersion,
    compose,
    where: link.url,
    name: link.name,
    freeBytes: await freeBytes(info.DockerRootDir),
    cores: info.NCPU,
    memoryBytes: info.MemTotal,
    nvidia: 'nvidia' in (info.Runtimes ?? {}) || (info.DiscoveredDevices ?? []).some((d) => d.ID.startsWith('nvidia.com/gpu')),
  }
}

async function composeVersion(signal: AbortSignal): Promise<string | null> {
  const ran = await runDocker({ args: ['compose', 'version', '--short'], seconds: 15 }, signal)
  return ran.kind === 'exited' && ran.code === 0 ? ran.stdout.trim() : null
}

/** Free bytes in a folder of this computer; null where the engine stores elsewhere (a virtual machine, another computer). */
export async function freeBytes(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  } catch {
    return null
  }
}
