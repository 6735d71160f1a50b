import { readFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { execa } from 'execa'
import { childEnvironment } from '../compose/run-compose'

/** A graphics card as its driver names it; memory in bytes. */
export interface Card {
  readonly name: string
  readonly memoryBytes: number
  readonly driver: string
}

/** The processor's name and number of cores, such as "AMD Ryzen 7 5800X, 8 cores". */
export function processorName(): string {
  const all = cpus()
  const model = (all[0]?.model ?? 'Processor')
    .replace(/\(R\)|\(TM\)|CPU|Processor|\d+-Core/g, '')
    .replace(/@.*$/, '')
    .replace(/\s+/g, ' ')
    .trim()
  return `${model || 'Processor'}, ${all.length} ${all.length === 1 ? 'core' : 'cores'}`
}

/** The NVIDIA cards of this computer as nvidia-smi lists them; empty when there are none or no driver. */
export async function nvidiaCards(): Promise<readonly Card[]> {
  const result = await execa('nvidia-smi', ['--query-gpu=name,memory.total,driver_version', '--format=csv,noheader,nounits'], {
    env: childEnvironment(),
    extendEnv: false,
    reject: false,
    timeout: 4000,
  })
  return result.exitCode === 0 ? parseCards(result.stdout) : []
}

/** Reads the answer of `nvidia-smi --query-gpu=name,memory.total,driver_version --format=csv,noheader,nounits`; memory comes in MiB. */
export function parseCards(csv: string): readonly Card[] {
  return csv
    .split('\n')
    .map((line) => line.split(',').map((cell) => cell.trim()))
    .flatMap(([name, memory, driver]) => (name && driver ? [{ name, memoryBytes: Number(memory) * 2 ** 20 || 0, driver }] : []))
}

/** Whether a driver for NVIDIA cards is loaded at all (Linux). */
export async function driverLoaded(): Promise<boolean> {
  return readFile('/proc/driver/nvidia/version').then(
    () => true,
    () => false,
  )
}
