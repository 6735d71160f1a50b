import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { execa } from 'execa'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { buildImages } from './operations/build-images'
import { writeJournal } from './operations/journal'
import { start } from './operations/start'
import { stop } from './operations/stop'
import { switchTo } from './operations/switch'
import type { Recipe } from './operations/tools'
import { openPanel, type Panel } from './panel'
import { keepConsent } from './project/consents-kept'
import type { Accepted } from '../shared/contract'
import type { Operation, Outcome } from '../core/operation/operation'
import type { Variant } from '../core/project/project'
import { buildFolder } from './builds/build-folder'
import { readLog } from './builds/read-log'
import { replayBuild } from './builds/replay-build'

// A small stand-in project on the real engine: its service answers like Facecraft, with faults on demand.
const STACK = join(import.meta.dirname, '../../e2e/stand-in')
const NAME = `fctest-${process.pid}`
let folder: string
let panel: Panel
let closing: AbortController

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'facecraft-contract-'))
  process.env['FACECRAFT_PANEL_HOME'] = join(folder, 'home')
  process.env['FACECRAFT_STAND_IN'] = NAME
  process.env['FACECRAFT_PUBLISHED_PORT'] = '18431'
  cpSync(STACK, join(folder, 'project'), { recursive: true })
})

afterEach(async () => {
  closing?.abort()
  await execa('docker', ['compose', '-p', NAME, '--profile', '*', '-f', join(folder, 'project/docker-compose.yml'), 'down', '--volumes', '--remove-orphans'])
})

afterAll(async () => {
  await execa('docker', ['image', 'rm', '--force', `${NAME}:a`, `${NAME}:b`], { reject: false })
  rmSync(folder, { recursive: true })
})

async function open(): Promise<void> {
  closing = new AbortController()
  panel = openPanel({ folder: join(folder, 'project'), file: 'docker-compose.yml', name: NAME }, closing.signal)
  await until(() => panel.hub.state().app.kind !== 'unknown', 20)
}

async function until(met: () => boolean, seconds = 60): Promise<void> {
  for (const end = Date.now() + seconds * 1000; !met(); await wait(20)) {
    if (Date.now() > end) throw new Error(`not met within ${seconds} s; state: ${JSON.stringify({ ...panel.hub.state(), hour: [], checks: [] })}`)
  }
}

function variant(id: string): Variant {
  const { project } = panel.hub.state()
  const found = project.kind === 'usable' ? project.project.variants.find((v) => v.id === id) : undefined
  if (!found) throw new Error(`no version ${id}`)
  return found
}

function begin(kind: 'build' | 'start' | 'stop' | 'switch', id: string, recipe: Recipe): string {
  const accepted: Accepted = panel.operations.begin({ kind, variant: id, recipe })
  if (accepted.kind === 'refused') throw new Error(accepted.problem.title)
  return accepted.id
}

const startIt = (id: string): Promise<Outcome> => panel.operations.ended(begin('start', id, (t, s) => start(t, variant(id), s)))

async function containers(state: string): Promise<readonly string[]> {
  const { stdout } = await execa('docker', [
    'ps',
    '-a',
    '--filter',
    `label=com.docker.compose.project=${NAME}`,
    '--filter',
    `status=${state}`,
    '--format',
    '{{.Label "com.docker.compose.service"}}',
  ])
  return stdout.split('\n').filter(Boolean).sort()
}

test('start builds a missing package, starts by name and ends when the service says ready', async () => {
  await open()
  expect(await startIt('a')).toEqual({ kind: 'succeeded' })
  expect(panel.hub.state().app).toMatchObject({ kind: 'ready', variant: 'a' })
  expect(await containers('running')).toEqual(['app-a'])
  const build = panel.hub.state().build
  expect(build?.outcome).toEqual({ kind: 'succeeded' })
  expect(build?.steps.length).toBeGreaterThan(3)
  const log = await readLog(build?.id ?? '', { from: 0 })
  expect(log.complete).toBe(true)
  expect(log.chunks.map((c) => c.text).join('')).toContain('part 3 of 3')
})

test('stop stops the container and keeps it', async () => {
  await open()
  await startIt('a')
  expect(await panel.operations.ended(begin('stop', 'a', stop))).toEqual({ kind: 'succeeded' })
  expect(await containers('exited')).toEqual(['app-a'])
  expect(panel.hub.state().app).toMatchObject({ kind: 'stopped', variant: 'a' })
})

test('switch hands over to the other version and keeps the old container', async () => {
  await open()
  await startIt('a')
  const outcome = await panel.operations.ended(begin('switch', 'b', (t, s) => switchTo(t, variant('b'), s)))
  expect(outcome).toEqual({ kind: 'succeeded' })
  expect(await containers('running')).toEqual(['app-b'])
  expect(await containers('exited')).toEqual(['app-a'])
})

test('a version that ends at once is taken away again and the old one is back', async () => {
  await open()
  await startIt('a')
  process.env['FACECRAFT_STAND_IN_B'] = 'crash'
  try {
    const outcome = await panel.operations.ended(begin('switch', 'b', (t, s) => switchTo(t, variant('b'), s)))
    expect(outcome).toMatchObject({ kind: 'failed', problem: { failure: { kind: 'switch-rolled-back', backOn: 'a' } } })
  } finally {
    delete process.env['FACECRAFT_STAND_IN_B']
  }
  expect(await containers('running')).toEqual(['app-a'])
  expect(await containers('created')).toEqual([])
  expect(await containers('restarting')).toEqual([])
  expect(panel.hub.state().app).toMatchObject({ kind: 'ready', variant: 'a' })
})

test('cancel during a build ends the command before it says so', async () => {
  await open()
  writeFileSync(join(folder, 'project/slow'), String(Date.now()))
  const id = begin('build', 'a', (t, s) => buildImages(t, variant('a'), s))
  await until(() => (panel.hub.state().build?.steps ?? []).some((s) => s.state === 'running' && s.raw.includes('part')))
  await panel.operations.cancel(id)
  expect(await panel.operations.ended(id)).toEqual({ kind: 'cancelled' })
  const { stdout } = await execa('ps', ['-eo', 'args'])
  expect(stdout.split('\n').filter((line) => line.includes(NAME) && line.includes(' build '))).toEqual([])
})

test('a container killed behind the panel’s back is noticed', async () => {
  await open()
  await startIt('a')
  await execa('docker', ['kill', panel.app()?.running()?.id ?? ''])
  await until(() => panel.hub.state().app.kind === 'stopped', 5)
  expect(panel.hub.state().app).toMatchObject({ kind: 'stopped', variant: 'a' })
})

const running = (): number => {
  const { build } = panel.hub.state()
  return build?.outcome === null ? build.logBytes : 0
}

test('a build goes on when its panel is gone, and the next panel takes it up from its first byte', async () => {
  await open()
  writeFileSync(join(folder, 'project/slow'), String(Date.now()))
  begin('build', 'a', (t, s) => buildImages(t, variant('a'), s))
  await until(() => running() > 0)
  const id = panel.hub.state().build?.id
  closing.abort()
  await open()
  await until(() => panel.hub.state().build?.outcome !== null && panel.hub.state().build?.id === id)
  expect(panel.hub.state().build?.outcome).toEqual({ kind: 'succeeded' })
})

test('a build that ended with its panel is interrupted, and its log is whole up to its last line', async () => {
  // Newer than every other, since the panel takes up the newest.
  const folder = buildFolder('2099-01-01T00-00-00-000Z-aaaaaa')
  const said = (text: string): string => JSON.stringify({ logs: [{ vertex: 's', stream: 1, data: btoa(text), timestamp: '2026-01-01T00:00:02Z' }] })
  const begun = JSON.stringify({ vertexes: [{ digest: 's', name: '[production 1/2] RUN talk', started: '2026-01-01T00:00:01Z' }] })
  const waiting = JSON.stringify({ vertexes: [{ digest: 't', name: '[production 2/2] RUN more' }] })
  // As a computer leaves it that lost its power: the last record is cut, and nobody has that process number any more.
  writeFileSync(folder.records, [waiting, begun, said('one\n'), said('two\n'), said('three\n').slice(0, 30)].join('\n'))
  writeFileSync(folder.errors, '')
  folder.meta.write({ id: folder.id, variant: 'a', startedAt: Date.UTC(2026, 0), endedAt: null, outcome: null, pid: process.pid, started: 'another' })
  await open()
  await until(() => panel.hub.state().build?.id === folder.id && panel.hub.state().build?.outcome !== null)
  expect(panel.hub.state().builds.find((row) => row.id === folder.id)?.result).toEqual({ kind: 'interrupted' })
  const build = await replayBuild(folder.id)
  expect(build.steps.map((step) => step.state)).toEqual(['waiting', 'cancelled'])
  const log = await readLog(folder.id, { from: 0 })
  expect(log.complete).toBe(true)
  expect(log.chunks.map((c) => c.text).join('')).toBe('one\ntwo\n')
  rmSync(join(folder.records, '..'), { recursive: true })
})

test('a switch that a killed panel left half done is said, with both ways out', async () => {
  await open()
  await startIt('a')
  closing.abort()
  await execa('docker', ['compose', '-p', NAME, '--profile', '*', '-f', join(folder, 'project/docker-compose.yml'), 'stop'])
  const operation: Operation = { id: '9', kind: 'switch', variant: 'b', from: 'a', startedAt: Date.now(), endedAt: null, stage: null, outcome: null }
  writeJournal('9', { type: 'operation-began', operation })
  await open()
  await until(() => panel.hub.state().notice !== null, 10)
  expect(panel.hub.state().notice?.failure).toEqual({ kind: 'switch-interrupted', from: 'a', to: 'b', by: 'panel' })
  rmSync(join(folder, 'home/operations/9.jsonl'))
})

test('the app answers at another port through a file of the panel’s own, and the project’s file stays as it is', async () => {
  const before = readFileSync(join(folder, 'project/docker-compose.yml'), 'utf8')
  await open()
  panel.settings.change({ address: { port: 18432, who: null } })
  await panel.reopen()
  expect(await startIt('a')).toEqual({ kind: 'succeeded' })
  expect(panel.app()?.base()).toBe('http://127.0.0.1:18432')
  expect(readFileSync(join(folder, 'project/docker-compose.yml'), 'utf8')).toBe(before)
  panel.settings.change({ address: { port: null, who: null } })
})

test('a port that another program has is named, and the next free one is offered', async () => {
  await open()
  const server = createServer().listen(18431, '127.0.0.1')
  try {
    const outcome = await startIt('a')
    expect(outcome).toMatchObject({ kind: 'failed', problem: { failure: { kind: 'port-taken', port: 18431 }, fixes: [{ kind: 'use-port', port: 18432 }, {}] } })
    expect(await containers('created')).toEqual([])
  } finally {
    server.close()
  }
})

test('a project that reaches beyond its containers starts only after consent to exactly what it says', async () => {
  const file = join(folder, 'project/docker-compose.yml')
  const plain = readFileSync(file, 'utf8')
  writeFileSync(file, plain.replace('profiles: [a]', 'profiles: [a]\n    volumes: ["/etc:/host:ro"]'))
  try {
    await open()
    const asked = await startIt('a')
    expect(asked).toMatchObject({ kind: 'failed', problem: { failure: { kind: 'consent-needed' } } })
    expect(await containers('running')).toEqual([])
    const failure = asked.kind === 'failed' ? asked.problem.failure : null
    keepConsent(failure?.kind === 'consent-needed' ? failure.consent : '')
    expect(await startIt('a')).toEqual({ kind: 'succeeded' })
  } finally {
    writeFileSync(file, plain)
  }
})
