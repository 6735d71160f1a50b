import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { brokenMeaning } from '../../core/project/corpus/broken-meaning'
import { brokenText } from '../../core/project/corpus/broken-text'
import type { Laid } from '../../core/project/corpus/case'
import { goodHardware } from '../../core/project/corpus/good-hardware'
import { goodHazardous } from '../../core/project/corpus/good-hazardous'
import { goodOrdinary } from '../../core/project/corpus/good-ordinary'
import { inspection, type Inspection } from '../../headless/inspect'
import { bundledProject } from './bundled'
import { findFiles } from './compose-files'
import { askEarly } from './inspect-early'
import { openProject } from './open-project'

const root = mkdtempSync(join(tmpdir(), 'inspect-'))
const never = new AbortController().signal
let made = 0

afterAll(() => rmSync(root, { recursive: true }))

describe.concurrent('a project that can be used is read as it is', () => {
  test.each([...goodHardware, ...goodOrdinary, ...goodHazardous])('$name', async ({ files, expected, warns = [] }) => {
    const seen = await inspect(folderWith(files))
    expect(seen).toMatchObject({ ok: true, error: '', ...expected })
    for (const warning of warns) expect(seen.warnings).toContainEqual(expect.stringMatching(warning))
  })
})

describe.concurrent('a project that cannot be used is refused with the reason', () => {
  test.each([...brokenText, ...brokenMeaning])('$name', async ({ files, error }) => {
    const began = performance.now()
    const seen = await inspect(folderWith(files))
    expect(seen).toMatchObject({ ok: false, error: expect.stringMatching(error) })
    expect(seen.error).not.toMatch(/undefined|goroutine|time="/)
    expect(performance.now() - began).toBeLessThan(15_000)
  })
})

describe.concurrent('a folder may be called anything', () => {
  test.each([
    '日本',
    'we ird ü',
    '-d',
    '--help',
    'a\'b"c',
    '$(touch pwned)',
    '`touch pwned`',
    '${HOME}',
    'UPPER',
    '...x',
    'a;b&c|d',
    '%41',
    '🙂',
    'x'.repeat(200),
  ])('%s', async (name) => {
    const seen = await inspect(folderWith({ 'compose.yaml': 'services: {a: {image: "a:1"}}\n' }, name))
    expect(seen).toMatchObject({ ok: true, services: ['a'] })
  })

  test.each([
    ['a\nb', 'line break'],
    ['100% me', 'percent sign'],
  ])('but not %j, which Docker cannot take', async (name, words) => {
    const seen = await inspect(folderWith({ 'compose.yaml': 'services: {a: {image: "a:1"}}\n' }, name))
    expect(seen).toMatchObject({ ok: false, error: expect.stringContaining(words) })
  })

  test.each([
    ['/nowhere/at/all', /There is no folder/],
    ['/etc/hosts', /is a file\. Give the folder/],
    ['/etc/hosts/x', /There is no folder/],
  ])('%s is told apart', async (folder, error) => {
    expect((await inspect(folder)).error).toMatch(error)
  })
})

test('the project that comes with the panel does nothing to the computer and gives no reason to warn', async () => {
  const state = await openProject(bundledProject(join(import.meta.dirname, '../../..')), never)
  expect(state).toMatchObject({
    kind: 'usable',
    project: { name: 'facecraft', hazards: [], warnings: [], exclusive: [['cpu', 'gpu']], consent: expect.stringMatching(/^[0-9a-f]{64}$/) },
  })
})

test('nothing of the person’s own settings gets into a project', async () => {
  process.env['HOST_SECRET'] = 'canary-7'
  const seen = await inspect(
    folderWith({
      'compose.yaml': 'name: "x"\nservices: {a: {image: "a:${HOST_SECRET}", profiles: ["${HOST_SECRET}"], ports: ["127.0.0.1:${HOST_SECRET:-80}:1"]}}\n',
    }),
  )
  expect(JSON.stringify(seen)).not.toContain('canary-7')
})

async function inspect(folder: string): Promise<Inspection> {
  const found = await findFiles(folder)
  const early = found.kind === 'found' ? await askEarly(found, never) : null
  return inspection(found, early, never)
}

function folderWith(files: Readonly<Record<string, Laid>>, called = 'project'): string {
  const folder = join(root, `p${++made}`, called)
  mkdirSync(folder, { recursive: true })
  for (const [name, laid] of Object.entries(files)) lay(join(folder, name), laid)
  return folder
}

function lay(path: string, laid: Laid): void {
  mkdirSync(dirname(path), { recursive: true })
  if (typeof laid === 'string') writeFileSync(path, laid)
  else if (laid.lay === 'bytes') writeFileSync(path, Buffer.from(laid.hex, 'hex'))
  else if (laid.lay === 'link') symlinkSync(laid.to, path)
  else if (laid.lay === 'folder') mkdirSync(path)
  else execFileSync('mkfifo', [path])
}
