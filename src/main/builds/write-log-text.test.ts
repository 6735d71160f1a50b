import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { emptyBuild } from '../../core/build/build-steps'
import { emptyLogIndex } from '../../core/build/log-part-index'
import { walkRecords } from '../../core/build/walk-records'
import { writeLogText } from './write-log-text'

const output = (step: string, text: string | Buffer): string =>
  `{"logs":[{"vertex":"${step}","stream":1,"data":"${Buffer.from(text).toString('base64')}","timestamp":"2026-01-01T00:00:00Z"}]}\n`

let folder = ''
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'save-'))))
afterEach(() => rmSync(folder, { recursive: true }))

function save(records: string): string {
  const from = join(folder, 'records.jsonl')
  writeFileSync(from, records)
  const { index } = walkRecords({ build: emptyBuild('b', 'cpu', 0), index: emptyLogIndex }, Buffer.from(records), 0)
  const path = join(folder, 'saved.log')
  writeLogText({ records: from, size: Buffer.byteLength(records), index, path }, () => undefined)
  return readFileSync(path, 'utf8')
}

describe('the saved log', () => {
  it('holds every line from the first byte on, however the records are read', () => {
    const lines = Array.from({ length: 9000 }, (_, at) => `line ${at} ${'.'.repeat(60)}\n`)
    expect(save(lines.map((line) => output('a', line)).join(''))).toBe(lines.map((line) => `#1 ${line}`).join(''))
    expect(existsSync(join(folder, 'saved.log.part'))).toBe(false)
  })

  it('holds a line that is longer than what is read at once, and characters that were cut in two', () => {
    const euro = Buffer.from('€')
    const long = 'x'.repeat(900_000)
    const text = save(output('a', Buffer.concat([Buffer.from(long), euro.subarray(0, 2)])) + output('b', 'other\n') + output('a', euro.subarray(2)))
    expect(text.replaceAll('x', '')).toBe('#2 other\n#1 €\n')
    expect(text.length).toBe(long.length + 14)
  })

  it('is without secrets, also where two records share one', () => {
    expect(save(output('a', 'PASSWORD=hunter') + output('a', '22 and more\n'))).not.toMatch(/hunter|22/)
  })

  it('leaves what was there before where it cannot be written', () => {
    expect(() => writeLogText({ records: join(folder, 'none'), size: 1, index: emptyLogIndex, path: join(folder, 'x') }, () => undefined)).toThrow('ENOENT')
    expect(readdirSync(folder)).toEqual([])
  })
})
