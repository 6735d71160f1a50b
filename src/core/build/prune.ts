/** A build on disk, as far as it matters for which ones are kept. */
export interface StoredBuild {
  readonly id: string
  readonly variant: string
  readonly state: 'running' | 'succeeded' | 'ended'
  readonly bytes: number
}

/** How many builds are kept, and how large they may be together. */
export interface Room {
  readonly builds: number
  readonly bytes: number
}

/**
 * The builds to remove, given newest first: the oldest ones beyond the room. Kept whatever they need are those that run,
 * the newest, and of each version the last that succeeded.
 */
export function buildsToRemove(builds: readonly StoredBuild[], room: Room): readonly string[] {
  const needed = new Set([...builds.slice(0, 1), ...builds.filter((b) => b.state === 'running'), ...lastGood(builds)])
  let left: Room = { builds: room.builds - needed.size, bytes: room.bytes - sum([...needed]) }
  let full = false
  return builds.flatMap((build) => {
    if (needed.has(build)) return []
    full ||= left.builds < 1 || left.bytes < build.bytes
    if (full) return [build.id]
    left = { builds: left.builds - 1, bytes: left.bytes - build.bytes }
    return []
  })
}

function lastGood(builds: readonly StoredBuild[]): readonly StoredBuild[] {
  const good = builds.filter((build) => build.state === 'succeeded')
  return good.filter((build) => good.find((other) => other.variant === build.variant) === build)
}

function sum(builds: readonly StoredBuild[]): number {
  return builds.reduce((total, build) => total + build.bytes, 0)
}
