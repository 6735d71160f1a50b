import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { execa } from 'execa'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { askSteadily, type SteadyClient } from '../../../bench/lib/steady-client.mjs'
import type { Outcome } from '../../core/operation/operation'
import type { Variant } from '../../core/project/project'
import { moveAddress } from '../operations/move-address'
import { readJournals, writeJournal } from '../operations/journal'
import { start } from '../operations/start'
import { stop } from '../operations/stop'
import { stopVersion } from '../operations/stop-version'
import { switchTo } from '../operations/switch'
import type { Recipe, Tools } from '../operations/tools'
import { openPanel, type Panel } from '../panel'

// The stand-in on the real engine, with the setting on: its versions run behind a forwarder.
const NAME = `fctest-warm-${process.pid}`
const PORT = 18_441
const URL = `http://127.0.0.1:${PORT}/ready`
let folder: string
let panel: Panel
let closing: AbortController

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'facecraft-warm-'))
  Object.assign(process.env, { FACECRAFT_PANEL_HOME: join(folder, 'home'), FACECRAFT_STAND_IN: NAME, FACECRAFT_PUBLISHED_PORT: String(PORT) })
  cpSync(join(import.meta.dirname, '../../../e2e/stand-in'), join(folder, 'project'), { recursive: true })
  await compose('build', '--quiet')
})

afterEach(async () => {
  closing?.abort()
  await compose('down', '--volumes', '--remove-orphans')
})

afterAll(async () => {
  await execa('docker', ['image', 'rm', '--force', `${NAME}:a`, `${NAME}:b`], { reject: false })
  rmSync(folder, { recursive: true })
})

async function compose(...args: readonly string[]): Promise<void> {
  await execa('docker', ['compose', '-p', NAME, '--profile', '*', '-f', join(folder, 'project/docker-compose.yml'), ...args])
}

async function services(status?: string): Promise<readonly string[]> {
  const filters = ['--filter', `label=com.docker.compose.project=${NAME}`, ...(status ? ['--filter', `status=${status}`] : [])]
  const { stdout } = await execa('docker', ['ps', '--all', ...filters, '--format', '{{.Label "com.docker.compose.service"}}'])
  return stdout.split('\n').filter(Boolean).sort()
}

async function open(): Promise<void> {
  closing = new AbortController()
  panel = openPanel({ folder: join(folder, 'project'), file: 'docker-compose.yml', name: NAME }, closing.signal)
  await until(() => panel.hub.state().app.kind !== 'unknown')
  panel.settings.change({ withoutPause: true })
}

async function until(met: () => boolean | Promise<boolean>, seconds = 30): Promise<void> {
  for (const end = Date.now() + seconds * 1000; !(await met()); await wait(20)) {
    if (Date.now() > end) throw new Error(`not met within ${seconds} s; state: ${JSON.stringify({ ...panel.hub.state(), hour: [], day: [] })}`)
  }
}

function variant(id: string): Variant {
  const { project } = panel.hub.state()
  const found = project.kind === 'usable' ? project.project.variants.find((v) => v.id === id) : undefined
  if (!found) throw new Error(`no version ${id}`)
  return found
}

function begin(kind: 'start' | 'stop' | 'switch', id: string, recipe: Recipe): string {
  const accepted = panel.operations.begin({ kind, variant: id, recipe })
  if (accepted.kind === 'refused') throw new Error(accepted.problem.title)
  return accepted.id
}

async function endOf(accepted: Awaited<ReturnType<typeof moveAddress>>): Promise<Outcome> {
  if (accepted.kind === 'refused') throw new Error(accepted.problem.title)
  return panel.operations.ended(accepted.id)
}

async function publishedAt(): Promise<string> {
  const { stdout } = await execa('docker', ['port', `${NAME}-panel-forwarder`])
  return stdout.split(' -> ')[1]?.split(':')[0] ?? ''
}

const startIt = (id: string): Promise<Outcome> => panel.operations.ended(begin('start', id, (t, s) => start(t, variant(id), s)))
const beginSwitch = (id: string): string => begin('switch', id, (t, s) => switchTo(t, variant(id), s))
const switchIt = (id: string): Promise<Outcome> => panel.operations.ended(beginSwitch(id))

function expectNoFailure(client: SteadyClient): void {
  const { failed, answered } = client.stop()
  expect(failed).toEqual([])
  expect(answered).toBeGreaterThan(50)
}

test('a switch behind the forwarder makes nobody wait: no request fails, neither on new connections nor on one that stays open', async () => {
  await open()
  expect(await startIt('a')).toEqual({ kind: 'succeeded' })
  expect(panel.hub.state()).toMatchObject({ app: { kind: 'ready', variant: 'a' }, side: { way: 'forwarder' } })
  const before: string[] = []
  const deaf = panel.hub.listen(({ change }) => change.type === 'app' && before.push(`${change.app.kind} ${'variant' in change.app ? change.app.variant : ''}`))
  const client = askSteadily(URL)
  for (const id of ['b', 'a', 'b']) expect(await switchIt(id)).toEqual({ kind: 'succeeded' })
  await wait(300)
  expectNoFailure(client)
  deaf()
  expect(before).toEqual(['ready b', 'ready a', 'ready b'])
  expect(await services('running')).toEqual(['app-b', 'panel-forwarder'])
  expect(await services('exited')).toEqual(['app-a'])
  // Compose knows it as a part of the project.
  await compose('down', '--remove-orphans')
  expect(await services()).toEqual([])
})

test('a new version that ends at once, and one that never gets ready, leave the old one answering as if nothing had been', async () => {
  await open()
  await startIt('a')
  const client = askSteadily(URL)
  Object.assign(process.env, { FACECRAFT_STAND_IN_B: 'crash' })
  const ended = await switchIt('b')
  Object.assign(process.env, { FACECRAFT_STAND_IN_B: 'unready', FACECRAFT_PANEL_PATIENCE: '3' })
  const never = await switchIt('b')
  delete process.env['FACECRAFT_STAND_IN_B']
  delete process.env['FACECRAFT_PANEL_PATIENCE']
  expect(ended).toMatchObject({
    kind: 'failed',
    problem: { failure: { kind: 'switch-undone', keeps: 'a', cause: 'Facecraft stopped by itself' }, why: expect.stringContaining('never away') as string },
  })
  expect(never).toMatchObject({ kind: 'failed', problem: { failure: { kind: 'switch-undone', keeps: 'a', cause: 'Facecraft never became ready' } } })
  expectNoFailure(client)
  expect(await services()).toEqual(['app-a', 'panel-forwarder'])
  expect(panel.hub.state().app).toMatchObject({ kind: 'ready', variant: 'a' })
})

test('a version that was started without the forwarder is switched with a pause once, and from then on without', async () => {
  await open()
  panel.settings.change({ withoutPause: false })
  await startIt('a')
  expect(await services('running')).toEqual(['app-a'])
  panel.settings.change({ withoutPause: true })
  expect(await switchIt('b')).toEqual({ kind: 'succeeded' })
  expect(await services('running')).toEqual(['app-b', 'panel-forwarder'])
  const client = askSteadily(URL)
  expect(await switchIt('a')).toEqual({ kind: 'succeeded' })
  expectNoFailure(client)
  panel.settings.change({ withoutPause: false })
  expect(await switchIt('b')).toEqual({ kind: 'succeeded' })
  expect(await services('running')).toEqual(['app-b'])
  expect(panel.hub.state()).toMatchObject({ app: { kind: 'ready', variant: 'b' }, side: { way: 'own port' } })
})

// Compose finds a broken file at the moment when the old version is to be stopped.
async function switchedWithoutCompose(id: string, recipe: Recipe): Promise<Outcome> {
  const file = join(folder, 'project/docker-compose.yml')
  const whole = readFileSync(file, 'utf8')
  const deaf = panel.hub.listen(({ change }) => change.type === 'operation-stage' && change.stage === 'hand-over' && writeFileSync(file, 'services: ['))
  try {
    return await panel.operations.ended(begin('switch', id, recipe))
  } finally {
    deaf()
    writeFileSync(file, whole)
  }
}

// The real engine, but for its word that it cannot end a container.
function endingNothing(tools: Tools): Tools {
  const refuse = () => Promise.reject(new Error('tried to kill container, but did not receive an exit event'))
  const container = (id: string) => Object.assign(tools.docker.getContainer(id), { stop: refuse, kill: refuse })
  return Object.create(tools, { docker: { value: Object.create(tools.docker, { getContainer: { value: container } }) } }) as Tools
}

test('an old version that Compose cannot stop is stopped all the same', async () => {
  await open()
  await startIt('a')
  expect(await switchedWithoutCompose('b', (t, s) => switchTo(t, variant('b'), s))).toEqual({ kind: 'succeeded' })
  expect(await services('running')).toEqual(['app-b', 'panel-forwarder'])
  expect(await services('exited')).toEqual(['app-a'])
})

test('an old version that Docker cannot stop either is said, with a button that stops it and leaves the new one alone', async () => {
  await open()
  await startIt('a')
  const client = askSteadily(URL)
  const outcome = await switchedWithoutCompose('b', (t, s) => switchTo(endingNothing(t), variant('b'), s))
  const fixes = [{ kind: 'stop-version', label: 'Stop it', variant: 'a', beside: 'b' }]
  expect(outcome).toMatchObject({ kind: 'failed', problem: { title: 'The a version is still running', fixes } })
  expect(await services('running')).toEqual(['app-a', 'app-b', 'panel-forwarder'])
  expect(panel.hub.state()).toMatchObject({ app: { kind: 'ready', variant: 'b' }, notice: { failure: { kind: 'old-still-runs' } } })
  const stopping = begin('stop', 'a', (t) => stopVersion(t, { variant: variant('a'), beside: 'b' }))
  expect(await panel.operations.ended(stopping)).toEqual({ kind: 'succeeded' })
  expect(await services('running')).toEqual(['app-b', 'panel-forwarder'])
  expect(panel.hub.state()).toMatchObject({ app: { kind: 'ready', variant: 'b' }, notice: null })
  expectNoFailure(client)
})

test('the next panel stops an old version that could not be stopped', async () => {
  await open()
  await startIt('a')
  await switchedWithoutCompose('b', (t, s) => switchTo(endingNothing(t), variant('b'), s))
  closing.abort()
  await open()
  await until(async () => (await services('running')).join(' ') === 'app-b panel-forwarder')
  await until(() => panel.hub.state().app.kind === 'ready')
  expect(panel.hub.state().app).toMatchObject({ variant: 'b' })
})

test('who may open the app changes at once behind the forwarder: the version goes on, and the address is as it is said', async () => {
  await open()
  await startIt('a')
  const before = panel.hub.state().app
  const move = (who: 'network' | 'this-computer') => moveAddress(panel, { who })
  expect(await endOf(await move('network'))).toEqual({ kind: 'succeeded' })
  expect(await publishedAt()).toBe('0.0.0.0')
  expect(panel.hub.state().app).toEqual(before)
  expect((await fetch(URL)).status).toBe(200)
  expect(await endOf(await move('this-computer'))).toEqual({ kind: 'succeeded' })
  expect(await publishedAt()).toBe('127.0.0.1')
  expect(panel.hub.state().side.way).toBe('forwarder')
  // As before, a switch then makes nobody wait.
  const client = askSteadily(URL)
  expect(await switchIt('b')).toEqual({ kind: 'succeeded' })
  expectNoFailure(client)
})

test('stop also takes the forwarder away', async () => {
  await open()
  await startIt('a')
  expect(await panel.operations.ended(begin('stop', 'a', stop))).toEqual({ kind: 'succeeded' })
  expect(await services()).toEqual(['app-a'])
  expect(await services('exited')).toEqual(['app-a'])
})

test('the forwarder survives the panel; one that somebody stopped is said, and a start brings it back', async () => {
  await open()
  await startIt('a')
  closing.abort()
  expect((await fetch(URL)).status).toBe(200)
  await open()
  await until(() => panel.hub.state().app.kind === 'ready')
  await execa('docker', ['stop', `${NAME}-panel-forwarder`])
  await until(() => panel.hub.state().app.kind === 'not-answering')
  expect(panel.hub.state().app).toMatchObject({ variant: 'a', cutOff: true })
  expect(await startIt('a')).toEqual({ kind: 'succeeded' })
  expect((await fetch(URL)).status).toBe(200)
})

test('a panel that was killed in the middle of a hand-over leaves two versions, and the next one leaves one', async () => {
  await open()
  await startIt('a')
  const [from, to] = ['a', 'b']
  const id = beginSwitch(to)
  await until(() => panel.hub.state().operation?.stage?.name === 'start-beside')
  const journal = readJournals().find((one) => one.id === id)
  await until(async () => (await services('running')).includes('app-b'))
  // As the kill would: the recipe is not told to stop, its panel is gone, and its journal ends here.
  await panel.operations.cancel(id)
  await compose('stop', 'app-b')
  closing.abort()
  const override = join(folder, 'home/forwarder.yml')
  await execa('docker', ['compose', '-p', NAME, '--profile', to, '-f', join(folder, 'project/docker-compose.yml'), '-f', override, 'up', '-d', 'app-b'])
  expect(await services('running')).toEqual(['app-a', 'app-b', 'panel-forwarder'])
  rmSync(join(folder, 'home/operations'), { recursive: true })
  writeJournal(id, { type: 'operation-began', operation: { ...journal!, variant: to, from, endedAt: null, outcome: null } })
  await open()
  await until(async () => (await services()).join(' ') === 'app-a panel-forwarder')
  await until(() => panel.hub.state().app.kind === 'ready')
  expect(panel.hub.state().app).toMatchObject({ kind: 'ready', variant: from })
})
