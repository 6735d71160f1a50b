import { describe, expect, it } from 'vitest'
import { readKept, startOfLast, wantedLines, writeEntry, writeMark } from './kept-line'

const time = '2026-03-03T10:40:02.000000001Z'
const line = (text: string, level: 'info' | 'error' = 'info'): string => writeEntry({ time, from: 'out', text, ends: 'line' }, level, 'whole')

describe('the file of messages', () => {
  it('gives back what was written, whatever the app writes', () => {
    const text = 'NEW \x1b[31m é GAP'
    expect(readKept(line(text).slice(0, -1))).toMatchObject({ kind: 'entry', time, from: 'out', level: 'info', piece: 'whole', text })
    expect(readKept(writeMark('gap', time, 'removed').slice(0, -1))).toEqual({ kind: 'mark', time, mark: 'gap', text: 'removed' })
    expect(readKept('half a li')).toBe(null)
  })

  it('can be narrowed to warnings and errors, and says all the same where something is missing', () => {
    const gap = writeMark('gap', time, 'rotated')
    expect(wantedLines(line('a') + line('b', 'error') + gap + writeMark('end', time, '') + line('c'), 'warnings')).toBe(line('b', 'error') + gap)
  })

  it('tells where its last lines begin, counting what is shown only', () => {
    const text = line('a') + line('b', 'error') + writeMark('end', time, '') + line('c')
    expect(startOfLast(text, 2, 'everything')).toEqual({ at: line('a').length, left: 0 })
    expect(startOfLast(text, 1, 'warnings')).toEqual({ at: line('a').length, left: 0 })
    expect(startOfLast(text, 5, 'everything')).toEqual({ at: null, left: 2 })
  })
})
