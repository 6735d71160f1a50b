import { describe, expect, it } from 'vitest'
import { unframer } from './unframe'

const at = '2026-03-03T10:40:02.000000001Z'
const later = '2026-03-03T10:40:03.000000001Z'

describe('a log as the engine sends it', () => {
  it('from a terminal is cut where the next entry begins, not where the app itself writes a time', () => {
    const entries = unframer('terminal').add(`${at} 2026-03-03T10:40:01.999999999Z hello\r\n${at} no end${later} next\r\n`)
    expect(entries.map((entry) => [entry.time, entry.text, entry.ends])).toEqual([
      [at, '2026-03-03T10:40:01.999999999Z hello', 'line'],
      [at, 'no end', 'piece'],
      [later, 'next', 'line'],
    ])
  })

  it('gives a line without an end only once the log has ended', () => {
    const terminal = unframer('terminal')
    expect(terminal.add(`${at} Password: `)).toEqual([])
    expect(terminal.end().map((entry) => entry.text)).toEqual(['Password: '])
  })

  it('of binary bytes keeps each of them', () => {
    const bytes = Array.from({ length: 256 }, (_, n) => String.fromCharCode(n)).join('')
    const payload = `${at} ${bytes}\n`
    const frame = `\x02\0\0\0\0\0${String.fromCharCode(payload.length >> 8, payload.length & 0xff)}${payload}`
    expect(unframer('frames').add(frame)).toEqual([{ time: at, from: 'err', text: bytes.replace('\n', '\r'), ends: 'line' }])
  })
})
