import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseBuildkitLine } from '../records/buildkit'
import type { Build } from './build'
import { applyRecord, emptyBuild, endSteps } from './build-steps'
import { compareBuilds, comparisonWords, differenceWords, isComparable, shareWords } from './compare-builds'

function recorded(name: string, startedAt: number, seconds: number): Build {
  const lines = readFileSync(new URL(`recordings/${name}.jsonl`, import.meta.url), 'utf8').split('\n')
  const records = lines.flatMap((line) => parseBuildkitLine(line) ?? [])
  const build = records.reduce((b, record) => applyRecord(b, record, 0).build, emptyBuild(name, 'cpu', startedAt))
  return { ...endSteps(build, 0).build, endedAt: startedAt + seconds * 1000, outcome: { kind: 'succeeded' } }
}

const cold = recorded('cpu-cold-1', 1000, 130)
const again = recorded('cpu-cold-2', 2000, 150)
const reused = recorded('cpu-reused', 3000, 2)

describe('two builds beside each other', () => {
  it('begin with the step that differs most', () => {
    const { pairs } = compareBuilds(cold, again)
    const sizes = pairs.map((pair) => Math.abs(pair.more))
    expect(sizes.length).toBeGreaterThan(2)
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
    expect(pairs.every((pair) => pair.earlier.kind === 'worked' || pair.later.kind === 'worked' || pair.earlier.kind !== pair.later.kind)).toBe(true)
  })

  it('are the same in whatever order they are given', () => {
    expect(compareBuilds(again, cold)).toEqual(compareBuilds(cold, again))
  })

  it('tell what was reused from what worked', () => {
    const comparison = compareBuilds(cold, reused)
    const library = comparison.pairs.find((pair) => pair.name === 'Computing library')!
    expect([shareWords(library.earlier), shareWords(library.later)]).toEqual([expect.stringMatching(/ s$/), 'reused'])
    expect(differenceWords(library)).toMatch(/ shorter$/)
    expect(comparisonWords(comparison)).toMatch(/^The later one took 2 min 8 s less; \d+ steps that worked before were reused\.$/)
  })

  it('claim nothing of a step that did not come to its end', () => {
    const broken: Build = { ...again, steps: again.steps.map((step) => (step.name === 'Computing library' ? { ...step, state: 'failed' } : step)) }
    const library = compareBuilds(cold, broken).pairs.find((pair) => pair.name === 'Computing library')!
    expect([shareWords(library.later), differenceWords(library)]).toEqual(['not finished', ''])
  })

  it('name a step that only one of them has', () => {
    const shorter: Build = { ...again, steps: again.steps.filter((step) => step.name !== 'Computing library') }
    const library = compareBuilds(cold, shorter).pairs.find((pair) => pair.name === 'Computing library')!
    expect(shareWords(library.later)).toBe('not part of it')
  })

  it('leave nothing out: every step differs or is counted as alike', () => {
    const { pairs, alike } = compareBuilds(cold, cold)
    expect([pairs.length, alike]).toEqual([0, cold.steps.filter((step) => step.phase !== 'setup').length])
  })

  it('are of one version, and both have ended', () => {
    expect(isComparable(cold, again)).toBe(true)
    expect(isComparable({ id: 'x', variant: 'gpu' }, again)).toBe(false)
    expect(isComparable(again, again)).toBe(false)
    expect(isComparable(cold, { ...again, endedAt: null })).toBe(false)
  })
})
