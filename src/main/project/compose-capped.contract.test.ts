import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { config } from '../../core/compose/config'
import { runCapped } from './compose-capped'

const folder = mkdtempSync(join(tmpdir(), 'capped-'))
const never = new AbortController().signal

afterAll(() => rmSync(folder, { recursive: true }))

// Without the look at the files that comes before it.
const read = (file: string, signal = never): ReturnType<typeof runCapped> => runCapped(config({ folder, file, name: 'x' }, ['*']), {}, signal)

test('aliases that would fill the memory end at one of the limits, and nothing is left running', async () => {
  const rows = Array.from({ length: 9 }, (_, i) => `  a${i + 1}: &a${i + 1} [${Array.from({ length: 9 }, () => `*a${i}`).join(', ')}]`)
  writeFileSync(join(folder, 'bomb.yaml'), ['x-b:', '  a0: &a0 [x, x, x, x, x, x, x, x, x]', ...rows, 'services: {a: {image: a}}'].join('\n'))
  expect((await read('bomb.yaml')).kind).toMatch(/^too-(big|long)$/)
  expect(running('bomb.yaml')).toBe('')
})

test('a pipe that nobody writes to ends at the time limit, and nothing is left running', async () => {
  execFileSync('mkfifo', [join(folder, 'pipe.yaml')])
  expect(await read('pipe.yaml')).toEqual({ kind: 'too-long', seconds: 10 })
  expect(running('pipe.yaml')).toBe('')
})

test('a reading that is cancelled is over when it says so', async () => {
  execFileSync('mkfifo', [join(folder, 'other.yaml')])
  expect(await read('other.yaml', AbortSignal.timeout(500))).toEqual({ kind: 'cancelled' })
  expect(running('other.yaml')).toBe('')
})

function running(word: string): string {
  return execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(join(folder, '')) || (line.includes(word) && line.includes('compose')))
    .join('\n')
}
