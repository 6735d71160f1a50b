import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseBuildkitLine, type BuildkitRecord } from '../records/buildkit'
import type { Build } from './build'
import { applyRecord, emptyBuild, endSteps } from './build-steps'

const NOW = 1_800_000_000_000

function recordsOf(name: string): readonly BuildkitRecord[] {
  const lines = readFileSync(new URL(`recordings/${name}.jsonl`, import.meta.url), 'utf8').split('\n')
  return lines.flatMap((line) => parseBuildkitLine(line) ?? [])
}

function apply(records: readonly BuildkitRecord[], from: Build = emptyBuild('b', 'cpu', NOW)): Build {
  return records.reduce((build, record) => applyRecord(build, record, NOW).build, from)
}

const vertexes = (...list: readonly object[]): BuildkitRecord => parseBuildkitLine(JSON.stringify({ vertexes: list }))!
const second = (n: number): string => new Date(NOW + n * 1000).toISOString()

describe('the steps of a recorded build', () => {
  const cold = apply(recordsOf('cpu-cold-1'))

  it('all end, and each has a phase and a plain name', () => {
    expect(new Set(cold.steps.map((s) => s.state))).toEqual(new Set(['done', 'reused']))
    expect([...new Set(cold.steps.map((s) => s.phase))]).toEqual(['setup', 'models', 'parts', 'production', 'export'])
    expect(cold.steps.filter((s) => s.phase !== 'setup').map((s) => s.name)).toMatchSnapshot()
  })

  it('come in the order in which they build on each other', () => {
    const place = new Map(cold.steps.map((s, i) => [s.id, i]))
    for (const step of cold.steps.filter((s) => s.phase !== 'setup')) {
      for (const input of step.inputs ?? []) expect(place.get(input)).toBeLessThan(place.get(step.id)!)
    }
  })

  it('are told as changed one by one, so that the changes alone make the same build', () => {
    let build = emptyBuild('b', 'cpu', NOW)
    const seen = new Map<string, unknown>()
    for (const record of recordsOf('cpu-cold-1')) {
      const next = applyRecord(build, record, NOW)
      build = next.build
      for (const step of next.changed) seen.set(step.id, step)
    }
    expect([...seen.values()]).toEqual(expect.arrayContaining([...build.steps]))
    expect(seen.size).toBe(build.steps.length)
  })

  it('are reused where nothing has changed', () => {
    const work = apply(recordsOf('cpu-reused')).steps.filter((s) => /\] (RUN|COPY|WORKDIR) /.test(s.raw))
    expect(new Set(work.map((s) => s.state))).toEqual(new Set(['reused']))
  })

  it('are done again from the first change on', () => {
    const { steps } = apply(recordsOf('cpu-changed'))
    const state = (name: string): string | undefined => steps.find((s) => s.name === name)?.state
    expect([state('Computing library'), state('Facecraft itself'), state('Trial run')]).toEqual(['reused', 'done', 'done'])
  })

  it('know how much they read', () => {
    expect(cold.steps.find((s) => s.name === 'Project files')?.bytes).toBeGreaterThan(10_000)
  })

  it('show the download of a base system in bytes', () => {
    const seen = recordsOf('base-download').map((_, i, all) => apply(all.slice(0, i + 1)).steps.find((s) => s.name.startsWith('Base system')))
    const bars = seen.flatMap((step) => (step?.sub?.label === 'Downloading' ? [step.sub] : []))
    expect(bars.at(-1)?.total).toBeGreaterThan(3_000_000)
    expect(seen.some((step) => step?.sub?.label === 'Unpacking')).toBe(true)
    expect(seen.at(-1)).toMatchObject({ state: 'done', bytes: bars.at(-1)?.total, sub: null })
  })

  it('stand once where two targets share them', () => {
    const { steps } = apply(recordsOf('two-targets'))
    expect(steps.filter((s) => s.raw.includes('echo one'))).toHaveLength(1)
    expect(steps.filter((s) => s.name === 'App package')).toHaveLength(2)
    expect(new Set(steps.map((s) => s.phase))).toEqual(new Set(['setup', 'models', 'parts', 'stage-2', 'export']))
  })
})

describe('a step', () => {
  const waiting = vertexes({ digest: 'a', name: '[1/1] RUN sleep', inputs: [] })

  it('waits, runs and is done', () => {
    const states = [waiting, vertexes({ digest: 'a', started: second(1) }), vertexes({ digest: 'a', started: second(1), completed: second(3) })].map(
      (_, i, all) => apply(all.slice(0, i + 1)).steps[0]?.state,
    )
    expect(states).toEqual(['waiting', 'running', 'done'])
  })

  it('that works in several goes counts only the time inside them', () => {
    const goes = [
      { digest: 'a', started: second(1), completed: second(2) },
      { digest: 'a', started: second(10) },
      { digest: 'a', started: second(10), completed: second(14) },
    ]
    const step = apply([waiting, ...goes.map((go) => vertexes(go))]).steps[0]!
    expect(step.endedAt! - step.startedAt!).toBe(5000)
  })

  it('counts a go that is told twice once', () => {
    const go = vertexes({ digest: 'a', started: second(1), completed: second(2) })
    const step = apply([waiting, go, go]).steps[0]!
    expect(step.endedAt! - step.startedAt!).toBe(1000)
  })

  it('keeps its error and says that it failed', () => {
    const step = apply([waiting, vertexes({ digest: 'a', started: second(1), completed: second(2), error: 'exit code: 1' })]).steps[0]
    expect(step).toMatchObject({ state: 'failed', error: 'exit code: 1' })
  })

  it('that another one’s failure broke off is cancelled, not failed', () => {
    const error = 'process "/bin/sh -c sleep" did not complete successfully: context canceled: context canceled'
    expect(apply([waiting, vertexes({ digest: 'a', started: second(1), completed: second(2), error })]).steps[0]?.state).toBe('cancelled')
  })

  it('remembers when it last wrote something', () => {
    const log = parseBuildkitLine('{"logs":[{"vertex":"a","stream":1,"data":"YQ==","timestamp":"2026-01-01T00:00:00Z"}]}')!
    expect(apply([waiting, log]).steps[0]?.lastOutputAt).toBe(NOW)
  })

  it('that still runs at the end of the build was cancelled', () => {
    const { build, changed } = endSteps(apply([waiting, vertexes({ digest: 'a', started: second(1) })]), NOW + 5000)
    expect(build.steps).toMatchObject([{ state: 'cancelled', endedAt: NOW + 5000 }])
    expect(changed).toEqual(build.steps)
  })

  it('adds up downloads that run beside each other', () => {
    const statuses = (list: readonly object[]): BuildkitRecord => parseBuildkitLine(JSON.stringify({ statuses: list }))!
    const running = [waiting, vertexes({ digest: 'a', started: second(1) })]
    const bar = (id: string, current: number): object => ({ id, vertex: 'a', name: 'downloading', current, total: 100, started: second(1) })
    const step = apply([...running, statuses([bar('sha256:1', 10)]), statuses([bar('sha256:2', 50), bar('sha256:1', 30)])]).steps[0]
    expect(step?.sub).toMatchObject({ label: 'Downloading', current: 80, total: 200 })
    expect(step?.bytes).toBe(200)
  })
})

describe('a record that says nothing of a step', () => {
  it('changes nothing', () => {
    const build = emptyBuild('b', 'cpu', NOW)
    expect(applyRecord(build, { kind: 'other', text: 'x' }, NOW)).toEqual({ build, changed: [] })
  })
})
