import { describe, expect, it } from 'vitest'
import { createLineFinder, type LinesAsked, type Run } from './find-lines'

const runs: readonly Run[] = [
  { text: 0, from: 1000, number: 1 },
  { text: 12, from: 5000, number: 2 },
]
const runAt = (at: number): Run | null => runs.findLast((run) => run.text <= at) ?? null
const bytesOf = (text: string): number => Buffer.byteLength(text)
const all: LinesAsked = { number: null, rest: 'count', skip: 0, most: 10 }

function find(pattern: RegExp, texts: readonly string[], asked = all) {
  const finder = createLineFinder(pattern, runAt, asked)
  let at = 0
  for (const text of texts) {
    finder.add({ text, at, bytesOf })
    at += bytesOf(text)
  }
  return finder.found()
}

describe('finding lines', () => {
  it('counts lines, tells whose they are and where their record is', () => {
    const { total, hits } = find(/o/gim, ['one\ntwo\nöö\n', 'too foo\nnone\n'])
    expect(total).toBe(4)
    expect(hits.map((hit) => [hit.text, hit.step, hit.from])).toEqual([
      ['one', 1, 1000],
      ['two', 1, 1000],
      ['too foo', 2, 5000],
      ['none', 2, 5000],
    ])
  })

  it('tells lines of the same text apart', () => {
    expect(find(/same/gim, ['same\nsame\nx\n']).hits.map((hit) => hit.nth)).toEqual([0, 1])
  })

  it('tells lines of the same text apart where they stand in two stretches', () => {
    expect(find(/same/gim, ['same\n', 'same\nx\n']).hits.map((hit) => hit.nth)).toEqual([0, 1])
  })

  it('finds in one step only where that is asked for', () => {
    expect(find(/o/gim, ['one\ntwo\nöö\n', 'too\n'], { ...all, number: 2 })).toMatchObject({ total: 1, hits: [{ text: 'too' }] })
  })

  it('tells some lines and counts all', () => {
    const found = find(/^/gim, ['1\n2\n3\n', '4\n5\n6\n'], { ...all, skip: 2, most: 3 })
    expect(found.total).toBe(6)
    expect(found.hits.map((hit) => hit.text)).toEqual(['3', '4', '5'])
  })

  it('stops at the first where nothing else is asked for', () => {
    const finder = createLineFinder(/o/gim, runAt, { ...all, rest: 'leave', most: 1 })
    expect(finder.add({ text: 'none\n', at: 0, bytesOf })).toBe(false)
    expect(finder.found().hits).toHaveLength(1)
  })

  it('tells the beginning of a long line', () => {
    expect(find(/y/gim, [`${'x'.repeat(300)}y\n`]).hits[0]?.text).toBe('x'.repeat(200))
  })
})
