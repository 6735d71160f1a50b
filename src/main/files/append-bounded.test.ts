import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { appendBounded } from './append-bounded'

it('keeps the newest part and the one before, and never fails', () => {
  const folder = mkdtempSync(join(tmpdir(), 'facecraft-append-'))
  try {
    const path = join(folder, 'faults.log')
    appendBounded(path, 'one\n')
    appendBounded(path, 'two\n')
    expect(readFileSync(path, 'utf8')).toBe('one\ntwo\n')
    writeFileSync(path, 'x'.repeat(300_000))
    appendBounded(path, 'three\n')
    expect(readFileSync(path, 'utf8')).toBe('three\n')
    expect(readFileSync(`${path}.1`, 'utf8')).toHaveLength(300_000)
    appendBounded(join(folder, 'absent', 'faults.log'), 'four\n')
  } finally {
    rmSync(folder, { recursive: true })
  }
})
