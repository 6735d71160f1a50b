import { appendFileSync, chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isAlive, spawnDetached, stopDetached, type Detached } from '../compose/detached'
import { startCommand, refindCommand } from './build-command'
import { buildFolder, type BuildFolder } from './build-folder'
import { buildRows } from './build-rows'
import { followBuild } from './follow-build'
import { walkOf } from './walk-build'

const vertex = (name: string): string => JSON.stringify({ vertexes: [{ digest: name, name, started: '2026-01-01T00:00:00Z' }] })
const known = { variant: 'cpu', startedAt: 1, endedAt: null, outcome: null }
const PATH = process.env['PATH']

let home = ''
let started: Detached[] = []
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'command-'))
  process.env['FACECRAFT_PANEL_HOME'] = home
  started = []
})
afterEach(async () => {
  for (const command of started) await stopDetached(command)
  delete process.env['FACECRAFT_PANEL_HOME']
  process.env['PATH'] = PATH
  rmSync(home, { recursive: true })
})

/** Starts a build whose command tells one step, waits for the file `go`, and tells another; the panel is killed at once. */
function startAndDie(folder: BuildFolder): void {
  writeFileSync(folder.records, '')
  const bin = join(home, 'bin')
  mkdirSync(bin)
  const docker = join(bin, 'docker')
  writeFileSync(docker, `#!/bin/sh\necho '${vertex('one')}'\nuntil [ -e '${home}/go' ]; do sleep 0.05; done\necho '${vertex('two')}'\n`)
  chmodSync(docker, 0o755)
  process.env['PATH'] = `${bin}:${PATH}`
  const spawn = (): Detached => {
    started.push(spawnDetached({ args: ['build'], folder: home }, { out: folder.records, err: folder.errors }))
    throw new Error('killed here')
  }
  expect(() => startCommand(folder, { ...known, id: folder.id }, spawn)).toThrow('killed here')
}

test('a build whose panel is killed between starting it and writing down its process is found again and followed to its end', async () => {
  const folder = buildFolder('a')
  startAndDie(folder)
  refindCommand()
  const meta = folder.meta.read()
  expect(meta).toMatchObject({ outcome: null, pid: started[0]?.pid, started: started[0]?.started })
  expect(buildRows()).toEqual([])
  writeFileSync(join(home, 'go'), '')
  let names: readonly string[] = []
  for await (const build of followBuild(walkOf(folder), () => !isAlive(meta))) names = build.steps.map((step) => step.raw)
  expect(names).toEqual(['one', 'two'])
})

test('such a build is listed as interrupted once its command is gone', async () => {
  const folder = buildFolder('a')
  startAndDie(folder)
  for (const command of started) await stopDetached(command)
  appendFileSync(folder.records, `${vertex('last')}\n`)
  refindCommand()
  expect(buildRows()).toMatchObject([{ id: 'a', result: { kind: 'interrupted' } }])
})

test('a command whose process is written down is left as it is', () => {
  const folder = buildFolder('a')
  startCommand(folder, { ...known, id: 'a' }, () => ({ pid: process.pid, started: 'once' }))
  refindCommand()
  expect(folder.meta.read()).toMatchObject({ pid: process.pid, started: 'once' })
})
