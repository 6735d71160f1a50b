import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { emptyBuild } from './build-steps'
import { emptyLogIndex } from './log-part-index'
import { changedSteps, walkRecords, type Walked } from './walk-records'

const recorded = readFileSync(new URL('recordings/two-targets.jsonl', import.meta.url))
const nothing: Walked = { build: emptyBuild('b', 'cpu', 0), index: emptyLogIndex }
const vertex = (name: string, more = {}): string => `${JSON.stringify({ vertexes: [{ digest: name, name, ...more }] })}\n`
const output = (step: string): string => `{"logs":[{"vertex":"${step}","stream":1,"data":"eAo=","timestamp":"2026-01-01T00:00:00Z"}]}\n`

describe('walking through the records of a build', () => {
  it('tells the same whatever stretches it goes in', () => {
    const whole = walkRecords(nothing, recorded, 1)
    expect(whole.index.upTo).toBe(recorded.length)
    expect(whole.build.logBytes).toBe(recorded.length)
    for (const size of [700, 4096, 65_536]) {
      let walked = nothing
      for (let end = size; walked.index.upTo < recorded.length; end += size) walked = walkRecords(walked, recorded.subarray(walked.index.upTo, end), 1)
      expect(walked).toEqual(whole)
    }
  })

  it('goes on from what was written down', () => {
    const half = walkRecords(nothing, recorded.subarray(0, recorded.length / 2), 1)
    const kept = JSON.parse(JSON.stringify(half)) as Walked
    expect(walkRecords(kept, recorded.subarray(kept.index.upTo), 1)).toEqual(walkRecords(nothing, recorded, 1))
  })

  it('knows the first and the last output of steps that speak in turn', () => {
    const records = [vertex('a'), output('a'), output('a'), output('b'), output('a'), output('a'), vertex('b')]
    const { firstOutput, lastOutput, numbers } = walkRecords(nothing, Buffer.from(records.join('')), 1).index
    const startOf = (place: number): number => records.slice(0, place).join('').length
    expect(firstOutput).toEqual({ a: startOf(1), b: startOf(3) })
    expect(lastOutput).toEqual({ a: startOf(5), b: startOf(3) })
    expect(numbers).toEqual({ a: 1, b: 2 })
  })

  it('remembers when a step spoke last, and tells which steps changed', () => {
    const before = walkRecords(nothing, Buffer.from(vertex('a') + vertex('b')), 1)
    const after = walkRecords(before, Buffer.from(output('b').repeat(1000)), 2)
    expect(changedSteps(before.build, after.build)).toMatchObject([{ id: 'b', lastOutputAt: 2 }])
    expect(changedSteps(after.build, walkRecords(after, Buffer.from(vertex('c')), 3).build)).toMatchObject([{ id: 'c' }])
  })

  it('knows how much a step has written, whether it speaks alone in a record or not', () => {
    const data = 'A'.repeat(400)
    const log = (vertexName: string): object => ({ vertex: vertexName, stream: 1, data, timestamp: '2026-01-01T00:00:00.123456789Z' })
    const records = [
      vertex('a') + vertex('b'),
      JSON.stringify({ logs: [log('a')] }),
      JSON.stringify({ logs: [log('a')] }),
      JSON.stringify({ logs: [log('b'), log('a')] }),
      '',
    ]
    const { steps } = walkRecords(nothing, Buffer.from(records.join('\n')), 1).build
    expect(steps.map((step) => step.written)).toEqual([1200, 400])
  })

  it('finds the record that first says why a step failed', () => {
    const failed = vertex('a', { started: '2026-01-01T00:00:00Z', error: 'exit code: 1' })
    expect(walkRecords(nothing, Buffer.from(output('a') + failed + failed), 1).index.errors).toEqual({ a: output('a').length })
  })
})
