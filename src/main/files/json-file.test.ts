import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { jsonFile } from './json-file'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'facecraft-json-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('what is written is read again', () => {
  const file = jsonFile(join(folder, 'a.json'), z.number(), 0)
  file.write(7)
  expect(file.read()).toBe(7)
})

test('where nothing can be written, a memory is left out and a wish is refused', () => {
  const file = jsonFile(join(folder, 'gone', 'a.json'), z.number(), 0)
  file.remember(7)
  expect(file.read()).toBe(0)
  expect(() => file.write(7)).toThrow('ENOENT')
})
