import { z } from 'zod'
import type { Usage } from './health'

/** What the engine has counted for one run of a container; the use is the difference of two. */
export interface Counters {
  readonly at: number
  readonly cpuTotal: number
  readonly systemTotal: number
  readonly cores: number
  readonly memoryBytes: number
  readonly memoryLimitBytes: number
  /** Null for a container without a network of its own. */
  readonly networkBytes: number | null
}

const cpu = z.looseObject({
  cpu_usage: z.looseObject({ total_usage: z.number().default(0) }).default({ total_usage: 0 }),
  system_cpu_usage: z.number().default(0),
  online_cpus: z.number().default(1),
})

const shape = z.looseObject({
  read: z.string(),
  cpu_stats: cpu,
  memory_stats: z.looseObject({ usage: z.number().optional(), limit: z.number().optional(), stats: z.record(z.string(), z.number()).default({}) }),
  networks: z.record(z.string(), z.looseObject({ rx_bytes: z.number(), tx_bytes: z.number() })).optional(),
})

/** Reads one answer of the engine's stats; null where the container does not run. */
export function readCounters(answer: unknown): Counters | null {
  const body = shape.safeParse(answer)
  if (!body.success || body.data.memory_stats.usage === undefined) return null
  const { read, cpu_stats: processor, memory_stats: memory, networks } = body.data
  // What the kernel would give back at once is not counted, as `docker stats` does it.
  const cache = memory.stats['total_inactive_file'] ?? memory.stats['inactive_file'] ?? 0
  return {
    at: Date.parse(read),
    cpuTotal: processor.cpu_usage.total_usage,
    systemTotal: processor.system_cpu_usage,
    cores: processor.online_cpus,
    memoryBytes: Math.max(0, (memory.usage ?? 0) - cache),
    memoryLimitBytes: memory.limit ?? 0,
    networkBytes: networks ? Object.values(networks).reduce((sum, one) => sum + one.rx_bytes + one.tx_bytes, 0) : null,
  }
}

/** What was used between two counts; null where they are not of the same run. */
export function usedBetween(before: Counters, now: Counters): Omit<Usage, 'diskBytes' | 'card'> | null {
  const mine = now.cpuTotal - before.cpuTotal
  const all = now.systemTotal - before.systemTotal
  if (mine < 0 || all <= 0) return null
  const seconds = (now.at - before.at) / 1000
  const carried = now.networkBytes === null || before.networkBytes === null ? null : now.networkBytes - before.networkBytes
  return {
    at: now.at,
    cpu: (mine / all) * now.cores,
    memoryBytes: now.memoryBytes,
    memoryLimitBytes: now.memoryLimitBytes,
    network: carried === null || carried < 0 || seconds <= 0 ? null : carried / seconds,
  }
}
