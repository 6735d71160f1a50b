import type Docker from 'dockerode'
import { deadline } from '../engine/deadline'
import type { Hub } from '../hub'
import { sleep } from '../sleep'

/** Whose use to measure: the running container's id, or null; and whether anybody looks. */
export interface Measuring {
  readonly docker: Docker
  readonly container: () => string | null
  readonly seen: () => boolean
}

const EVERY_MS = 2000
const STATS_MS = 5000

interface Stats {
  readonly cpu_stats: { readonly cpu_usage: { readonly total_usage: number }; readonly system_cpu_usage?: number; readonly online_cpus?: number }
  readonly memory_stats: {
    readonly usage?: number
    readonly limit?: number
    readonly stats?: { readonly inactive_file?: number; readonly total_inactive_file?: number }
  }
}

/** Tells processor and memory use every 2 s while somebody looks; asks nothing otherwise. */
export async function measureUsage(hub: Hub, { docker, container, seen }: Measuring, signal: AbortSignal): Promise<void> {
  const last = new Map<string, Stats>()
  while (!signal.aborted) {
    const id = container()
    const stats = id !== null && seen() ? await statsOf(docker, id) : null
    const before = id === null ? undefined : last.get(id)
    last.clear()
    if (id !== null && stats) last.set(id, stats)
    if (stats && before) hub.say({ type: 'usage', usage: usageOf(stats, before) })
    await sleep(EVERY_MS, signal)
  }
}

async function statsOf(docker: Docker, id: string): Promise<Stats | null> {
  return deadline(docker.getContainer(id).stats({ stream: false, 'one-shot': true } as never) as unknown as Promise<Stats>, STATS_MS).catch(() => null)
}

// The share of cores as `docker stats` counts it: the container's part of all processor time since the sample before.
function usageOf(now: Stats, before: Stats): { readonly at: number; readonly cpu: number; readonly memoryBytes: number; readonly memoryLimitBytes: number } {
  const mine = now.cpu_stats.cpu_usage.total_usage - before.cpu_stats.cpu_usage.total_usage
  const all = (now.cpu_stats.system_cpu_usage ?? 0) - (before.cpu_stats.system_cpu_usage ?? 0)
  const memory = now.memory_stats
  const cache = memory.stats?.total_inactive_file ?? memory.stats?.inactive_file ?? 0
  return {
    at: Date.now(),
    cpu: all > 0 ? (mine / all) * (now.cpu_stats.online_cpus ?? 1) : 0,
    memoryBytes: Math.max(0, (memory.usage ?? 0) - cache),
    memoryLimitBytes: memory.limit ?? 0,
  }
}
