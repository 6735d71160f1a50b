import { describe, expect, it } from 'vitest'
import type { Entry, Stream } from './entry'
import { writeEntry, writeMark } from './kept-line'
import { createMessageLines } from './message-lines'
import type { MessageLevel } from './message-level'

const now = new Date(2026, 2, 12, 14, 40).getTime()
const time = (day: number, second: number): string => new Date(2026, 2, day, 10, 40, second).toISOString().replace('Z', '000000Z')
const line = (text: string, { level = 'info', from = 'out', at = time(12, 2), piece = 'whole' }: Partial<Shape> = {}): string =>
  writeEntry({ time: at, from, text, ends: 'line' }, level, piece)
interface Shape {
  readonly level: MessageLevel
  readonly from: Stream
  readonly at: string
  readonly piece: 'whole' | 'first' | 'middle' | 'last'
}
const drawn = (text: string) => createMessageLines(() => now).add({ step: '', number: 0, at: 0, text })
// eslint-disable-next-line no-control-regex
const plain = (text: string): readonly string[] =>
  drawn(text)
    .replace(/\x1b\[\d*m/g, '')
    .split('\r\n')
    .slice(0, -1)

describe('messages on the screen', () => {
  it('have their time and a sign of their level, and the day where it changes', () => {
    const text = line('old', { at: time(11, 1) }) + line('plain') + line('odd', { level: 'warning' }) + line('bad', { level: 'error', from: 'err' })
    expect(plain(text)).toEqual(['── yesterday ──', '10:40:01   old', '── today ──', '10:40:02   plain', '10:40:02 ▲ odd', '10:40:02 ✕ bad'])
  })

  it('never reach outside their line', () => {
    expect(drawn(line('\x1b]0;title\x07\x1b]52;c;aGk=\x07\x1b[2J\x1b[5;5H\x1b[6n\x1b[?1049hstays'))).toMatch(/ {3}stays\x1b\[0m\r\n$/)
    expect(plain(line('10%\r50%\r100%'))).toContain('10:40:02   100%')
  })

  it('that are too long are cut, and say so', () => {
    const long = line('x'.repeat(16_384), { piece: 'first' }) + line('y', { piece: 'middle' }) + line('z', { piece: 'last' })
    const [, one = '', ...others] = plain(long)
    expect(others).toEqual([])
    expect(one.length).toBeLessThan(8300)
    expect(one).toContain('[the rest of this line is not shown, Save keeps it]')
  })

  it('say where something is missing and where a new start begins, and nothing of what is only for the panel', () => {
    const marks = (['new', 'same', 'end'] as const).map((mark) => writeMark(mark, time(12, 3), 'a')).join('')
    expect(plain(marks + writeMark('gap', time(12, 4), 'rotated'))).toEqual([
      '── today ──',
      '10:40:03   ── new start ──',
      '10:40:04 ▲ Some messages are missing here: Docker kept only the newest',
    ])
  })

  it('of binary junk are drawn without stopping anything', () => {
    const junk: Entry['text'] = Array.from({ length: 4096 }, (_, n) => String.fromCharCode(n % 256))
      .join('')
      .replaceAll('\n', '')
    expect(plain(line(junk))).toHaveLength(2)
  })
})
