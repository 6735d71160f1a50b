import { parseBuildkitLine, type BuildkitRecord } from '../../records/buildkit'
import type { Build } from '../build'
import { applyRecord, emptyBuild } from '../build-steps'
import { buildTimes, expectBuild, secondsLeft, type BuildTimes } from '../estimate'
import { watchOutput } from '../output-curve'

/** A record of a recorded build, with the time at which the engine told it. */
export interface Moment {
  readonly at: number
  readonly record: BuildkitRecord
}

/** The records of a recorded build in their order. */
export function momentsOf(recording: string): readonly Moment[] {
  let at = 0
  return recording.split('\n').flatMap((line) => {
    const record = parseBuildkitLine(line)
    if (record?.kind !== 'progress') return []
    const times = [...record.vertexes.flatMap((v) => [v.started, v.completed]), ...record.statuses.map((s) => s.completed), ...record.logs.map((l) => l.at)]
    at = Math.max(at, ...times.map((time) => time ?? 0))
    return [{ at, record }]
  })
}

/** The build as it was at a time; `seen` is told of each moment before. */
export function buildUntil(moments: readonly Moment[], until: number, seen: (build: Build, at: number) => void = () => undefined): Build {
  let build = emptyBuild('b', 'cpu', moments[0]?.at ?? 0)
  for (const { at, record } of moments) {
    if (at > until) break
    build = applyRecord(build, record, at).build
    seen(build, at)
  }
  return build
}

/** What the panel remembers of such a build. */
export function timesOf(moments: readonly Moment[]): BuildTimes {
  const output = watchOutput()
  return buildTimes(buildUntil(moments, Infinity, output.look), output)
}

/** How long the build really took, and what the estimate took it for at a share of that, both in seconds. */
export function wholeAt(share: number, moments: readonly Moment[], earlier: readonly BuildTimes[]): { readonly guessed: number; readonly real: number } {
  const [from, to] = [moments[0]?.at ?? 0, moments.at(-1)?.at ?? 0]
  const now = from + (to - from) * share
  const left = secondsLeft(buildUntil(moments, now), expectBuild('cpu', earlier), now) ?? 0
  return { guessed: (now - from) / 1000 + left, real: (to - from) / 1000 }
}
