import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseBuildkitLine, type BuildkitRecord } from '../records/buildkit'
import type { Build } from './build'
import { applyRecord, emptyBuild } from './build-steps'
import { buildTimes, expectBuild, phaseSeconds, secondsLeft } from './estimate'

interface Moment {
  readonly at: number
  readonly record: BuildkitRecord
}

/** The records of a recorded build, each with the time at which the engine told it. */
function momentsOf(name: string): readonly Moment[] {
  let at = 0
  const lines = readFileSync(new URL(`recordings/${name}.jsonl`, import.meta.url), 'utf8').split('\n')
  return lines.flatMap((line) => {
    const record = parseBuildkitLine(line)
    if (record?.kind !== 'progress') return []
    const times = [...record.vertexes.flatMap((v) => [v.started, v.completed]), ...record.statuses.map((s) => s.completed), ...record.logs.map((l) => l.at)]
    at = Math.max(at, ...times.map((time) => time ?? 0))
    return [{ at, record }]
  })
}

function buildUntil(moments: readonly Moment[], until: number): Build {
  const begun = moments[0]?.at ?? 0
  return moments.filter(({ at }) => at <= until).reduce((build, { at, record }) => applyRecord(build, record, at).build, emptyBuild('b', 'cpu', begun))
}

const first = momentsOf('cpu-cold-1')
const second = momentsOf('cpu-cold-2')
const [begin, end] = [second[0]!.at, second.at(-1)!.at]
const after = (moments: readonly Moment[]): ReturnType<typeof expectBuild> => expectBuild('cpu', [buildTimes(buildUntil(moments, Infinity))])

/** What the estimate takes the whole build for, at a share of its real length; both in seconds. */
function wholeAt(share: number, moments: readonly Moment[], expected: ReturnType<typeof expectBuild>): { readonly guessed: number; readonly real: number } {
  const [from, to] = [moments[0]!.at, moments.at(-1)!.at]
  const now = from + (to - from) * share
  return { guessed: (now - from) / 1000 + secondsLeft(buildUntil(moments, now), expected, now)!, real: (to - from) / 1000 }
}

describe('the time left of a recorded build', () => {
  it.each([0.1, 0.25, 0.5, 0.75, 0.9])('is within a twentieth of the truth after %d of it where all takes as long as before', (share) => {
    const { guessed, real } = wholeAt(share, first, after(first))
    expect(guessed / real).toBeGreaterThan(0.95)
    expect(guessed / real).toBeLessThan(1.05)
  })

  it.each([0.25, 0.5, 0.75])('after %d of it is wrong by no more than the two builds differ', (share) => {
    const { guessed, real } = wholeAt(share, second, after(first))
    const before = (first.at(-1)!.at - first[0]!.at) / 1000
    expect(Math.abs(guessed - real)).toBeLessThan(Math.abs(before - real) + 0.05 * real)
  })

  it('is a guess of about two minutes before anything was measured', () => {
    const now = begin + 2000
    const left = secondsLeft(buildUntil(second, now), expectBuild('cpu', []), now)!
    expect(left).toBeGreaterThan(80)
    expect(left).toBeLessThan(160)
  })

  it('is nothing at the end', () => {
    expect(secondsLeft(buildUntil(second, Infinity), after(first), end)).toBe(0)
  })

  it('is short where only the program changed', () => {
    const changed = momentsOf('cpu-changed')
    const known = changed.find(({ record }) => record.kind === 'progress' && record.vertexes.some((v) => v.name.includes('selftest') && v.started !== null))!
    expect(secondsLeft(buildUntil(changed, known.at), after(first), known.at)).toBeLessThan(20)
  })

  it('is unknown before the steps are', () => {
    expect(secondsLeft(emptyBuild('b', 'cpu', 0), expectBuild('cpu', []), 0)).toBeNull()
  })

  it('never goes below nothing for a step that takes longer than usual', () => {
    const now = begin + (end - begin) * 0.5
    expect(secondsLeft(buildUntil(second, now), after(first), now + 3_600_000)).toBeGreaterThan(0)
  })
})

describe('the time left of a download', () => {
  const usual = { kind: 'cpu', steps: { 'parts FROM nvidia/cuda': 100 } } as const
  const record = (current: number): BuildkitRecord => ({
    kind: 'progress',
    vertexes: [{ digest: 'd', name: '[parts 1/3] FROM nvidia/cuda', inputs: [], started: 0, completed: null, cached: false, error: null }],
    statuses: [{ id: 'sha256:1', vertex: 'd', name: 'downloading', current, total: 4000, started: 0, completed: null }],
    logs: [],
    warnings: [],
  })
  const left = (current: number, seconds: number): number =>
    secondsLeft(applyRecord(emptyBuild('b', 'cpu', 0), record(current), 0).build, { ...usual, steps: { ...usual.steps, 'export x': 0 } }, seconds * 1000)!

  it('goes by its own pace once a third of it is there, faster or slower than usual', () => {
    expect(left(2000, 200)).toBe(200)
    expect(left(2000, 10)).toBe(10)
  })

  it('goes by what is usual as long as hardly anything is there', () => {
    expect(left(0, 20)).toBe(80)
    expect(left(40, 20)).toBeGreaterThan(80)
  })
})

describe('what is expected of the next build', () => {
  it('comes from the latest five builds, in the middle', () => {
    const times = [10, 12, 90, 11, 13, 500].map((seconds) => ({ steps: { 'models RUN x': seconds } }))
    expect(expectBuild('cpu', times).steps).toEqual({ 'models RUN x': 12 })
  })

  it('learns nothing from reused steps', () => {
    const reused = buildTimes(buildUntil(momentsOf('cpu-reused'), Infinity))
    expect(Object.keys(reused.steps).filter((key) => key.startsWith('production'))).toEqual([])
  })

  it('gives each phase its share of the bar', () => {
    const phases = phaseSeconds(buildUntil(second, Infinity), expectBuild('cpu', []))
    expect(Object.keys(phases)).toEqual(['setup', 'models', 'parts', 'production', 'export'])
    expect(phases['production']).toBeGreaterThan(phases['models']! + phases['parts']!)
  })
})
