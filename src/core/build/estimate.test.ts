import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { BuildkitRecord } from '../records/buildkit'
import { applyRecord, emptyBuild } from './build-steps'
import { expectBuild, phaseSeconds, secondsLeft, stepShare, type Expectation } from './estimate'
import { buildUntil, momentsOf, timesOf, wholeAt, type Moment } from './recordings/replay'

const recorded = (name: string): readonly Moment[] => momentsOf(readFileSync(new URL(`recordings/${name}.jsonl`, import.meta.url), 'utf8'))
const paced = (place: number): readonly Moment[] =>
  momentsOf(gunzipSync(readFileSync(new URL(`recordings/cpu-pace-${place}.jsonl.gz`, import.meta.url))).toString())

const first = recorded('cpu-cold-1')
const second = recorded('cpu-cold-2')
const [begin, end] = [second[0]!.at, second.at(-1)!.at]
const after = (moments: readonly Moment[]): Expectation => expectBuild('cpu', [timesOf(moments)])

describe('the time left of a recorded build', () => {
  it.each([0.1, 0.25, 0.5, 0.75, 0.9])('is within a twentieth of the truth after %d of it where all takes as long as before', (share) => {
    const { guessed, real } = wholeAt(share, first, [timesOf(first)])
    expect(guessed / real).toBeGreaterThan(0.95)
    expect(guessed / real).toBeLessThan(1.05)
  })

  it.each([0.25, 0.5, 0.75])('after %d of it is wrong by no more than the two builds differ', (share) => {
    const { guessed, real } = wholeAt(share, second, [timesOf(first)])
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
    const changed = recorded('cpu-changed')
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

describe('the time left of a build that is faster or slower than the one before', () => {
  const builds = [1, 2, 3, 4, 5, 6].map(paced)
  const earlier = builds.map(timesOf)
  const off = ({ guessed, real }: { readonly guessed: number; readonly real: number }): number => Math.abs(guessed - real) / real
  const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!

  it('is within a fifth of the truth at half time for most pairs, where the builds themselves differ by a third', () => {
    const pairs = builds.flatMap((later, place) => earlier.filter((_, other) => other !== place).map((times) => off(wholeAt(0.5, later, [times]))))
    expect(middle(pairs)).toBeLessThan(0.15)
    expect(pairs.filter((error) => error < 0.25).length).toBeGreaterThan(pairs.length * 0.75)
  })

  it('is within a fifth of the truth at half time whichever it is, once a few builds are known', () => {
    const errors = builds.map((later, place) =>
      off(
        wholeAt(
          0.5,
          later,
          earlier.filter((_, other) => other !== place),
        ),
      ),
    )
    expect(Math.max(...errors)).toBeLessThan(0.2)
  })

  it('counts down while a step is quiet as long as an earlier build was quiet there', () => {
    const [build, now] = [buildUntil(builds[0]!, builds[0]![0]!.at + 12_000), builds[0]![0]!.at + 12_000]
    const expected = expectBuild('cpu', [earlier[0]!])
    const share = (seconds: number): number =>
      stepShare(
        build.steps.find((step) => step.name === 'Computing library')!,
        expected,
        now + seconds * 1000,
      )!
    expect(share(2)).toBeGreaterThan(share(0))
    expect(share(10_000)).toBeLessThan(0.5)
  })

  it('takes steps that wait to be nearly as slow as those that are through, at most four times as slow as usual', () => {
    const step = { digest: 'a', name: '[parts 1/2] RUN a', inputs: [], started: 0, completed: 90_000, cached: false, error: null }
    const next = { ...step, digest: 'b', name: '[parts 2/2] RUN b', inputs: ['a'], started: null, completed: null }
    const build = applyRecord(emptyBuild('b', 'cpu', 0), { kind: 'progress', vertexes: [step, next], statuses: [], logs: [], warnings: [] }, 0).build
    const left = (seconds: number): number => secondsLeft(build, { kind: 'cpu', steps: { 'parts RUN a': seconds, 'parts RUN b': 30, 'export x': 0 } }, 90_000)!
    expect(left(90)).toBe(30)
    expect(left(40)).toBeGreaterThan(55)
    expect(left(40)).toBeLessThan((30 * 90) / 40)
    expect(left(1)).toBe(120)
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

  it('takes the middle of what a step had written at each time', () => {
    const times = [10, 12, 90].map((written) => ({ steps: {}, output: { 'models RUN x': [written, 100] } }))
    expect(expectBuild('cpu', times).output).toEqual({ 'models RUN x': [12, 100] })
  })

  it('learns nothing from reused steps', () => {
    const reused = timesOf(recorded('cpu-reused'))
    expect(Object.keys(reused.steps).filter((key) => key.startsWith('production'))).toEqual([])
  })

  it('gives each phase its share of the bar', () => {
    const phases = phaseSeconds(buildUntil(second, Infinity), expectBuild('cpu', []))
    expect(Object.keys(phases)).toEqual(['setup', 'models', 'parts', 'production', 'export'])
    expect(phases['production']).toBeGreaterThan(phases['models']! + phases['parts']!)
  })
})
