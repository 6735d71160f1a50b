import { describe, expect, test } from 'vitest'
import { endingOf, hear, readEvent, type Deaths } from './deaths'
import { endingWords } from './ending'

const line = (Action: string, more: Record<string, string> = {}): string =>
  JSON.stringify({ Type: 'container', Action, Actor: { ID: 'x', Attributes: { ...more } } })
const after = (...lines: readonly string[]): Deaths => lines.reduce<Deaths>((known, one) => hear(known, readEvent(one)!), new Map())
const container = { id: 'x', exitCode: 137, outOfMemory: false, memoryLimitBytes: 64_000_000 }

describe('how a run ended', () => {
  test('a stop through Docker was asked for, whatever code it ended with', () => {
    expect(endingOf(container, after(line('kill', { signal: '15' }), line('kill', { signal: '9' }), line('die', { exitCode: '137' }), line('stop')))).toEqual({
      kind: 'asked',
    })
  })

  test('an end that nobody asked for is its own, with its code', () => {
    expect(endingOf(container, after(line('die', { exitCode: '1' })))).toEqual({ kind: 'itself', code: 1 })
  })

  test('an end for want of memory names the limit', () => {
    const ending = endingOf(container, after(line('oom'), line('die', { exitCode: '137' })))
    expect(ending && endingWords(ending)).toBe('it ran out of memory (limit 64 MB)')
  })

  test('a helper that was ended for want of memory does not make a later stop one', () => {
    expect(endingOf(container, after(line('oom'), line('kill', { signal: '15' }), line('die', { exitCode: '0' })))).toEqual({ kind: 'asked' })
  })

  test('a stop that was asked for long ago does not excuse the next crash', () => {
    expect(endingOf(container, after(line('kill', { signal: '15' }), line('die', { exitCode: '0' }), line('start'), line('die', { exitCode: '3' })))).toEqual({
      kind: 'itself',
      code: 3,
    })
  })

  test('a signal that only asks to read the settings again is no stop', () => {
    expect(endingOf(container, after(line('kill', { signal: '1' }), line('die', { exitCode: '1' })))).toEqual({ kind: 'itself', code: 1 })
  })

  test('what nobody heard is told from the engine’s memory, and codes that a stop leaves too say nothing', () => {
    expect(endingOf(container, new Map())).toBeNull()
    expect(endingOf({ ...container, exitCode: 3 }, new Map())).toEqual({ kind: 'itself', code: 3 })
    expect(endingOf({ ...container, outOfMemory: true }, new Map())).toEqual({ kind: 'out-of-memory', limitBytes: 64_000_000 })
  })
})

test('a line that is no event is passed over', () => {
  expect([readEvent(''), readEvent('{"status":"x"}'), readEvent('{')]).toEqual([null, null, null])
})

test.each([
  [0, 'it ended without an error'],
  [1, 'it ended with an error (code 1)'],
  [3, 'it found no graphics card that works (code 3)'],
  [137, 'something ended it by force (code 137)'],
])('exit code %s is told as "%s"', (code, words) => {
  expect(endingWords({ kind: 'itself', code })).toBe(words)
})
