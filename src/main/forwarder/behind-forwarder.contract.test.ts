import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { execa } from 'execa'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { askSteadily } from '../../../bench/lib/steady-client.mjs'
import type { Outcome } from '../../core/operation/operation'
import { moveAddress } from '../operations/move-address'
import { stop } from '../operations/stop'
import { stopVersion } from '../operations/stop-version'
import { switchTo } from '../operations/switch'
import type { Recipe, Tools } from '../operations/tools'
import { expectNoFailure, makeWarmGround } from './warm-ground'

const NAME = `fctest-behind-${process.pid}`

const ground = makeWarmGround(NAME, 18_448)
const { begin, close, compose, folder, open, panel, services, startIt, switchIt, until, url: URL, variant } = ground

beforeAll(() => compose('build', '--quiet'))

afterEach(async () => {
  close()
  await compose('down', '--volumes', '--remove-orphans')
})

afterAll(() => ground.clear())

async function endOf(accepted: Awaited<ReturnType<typeof moveAddress>>): Promise<Outcome> {
  if (accepted.kind === 'refused') throw new Error(accepted.problem.title)
  return panel().operations.ended(accepted.id)
}

async function publishedAt(): Promise<string> {
  const { stdout } = await execa('docker', ['port', `${NAME}-panel-forwarder`])
  return stdout.split(' -> ')[1]?.split(':')[0] ?? ''
}

// Compose finds a broken file at the moment when the old version is to be stopped.
async function switchedWithoutCompose(id: string, recipe: Recipe): Promise<Outcome> {
  const file = join(folder, 'project/docker-compose.yml')
  const whole = readFileSync(file, 'utf8')
  const deaf = panel().hub.listen(({ change }) => change.type === 'operation-stage' && change.stage === 'hand-over' && writeFileSync(file, 'services: ['))
  try {
    return await panel().operations.ended(begin('switch', id, recipe))
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
  expect(panel().hub.state()).toMatchObject({ app: { kind: 'ready', variant: 'b' }, notice: { failure: { kind: 'old-still-runs' } } })
  const stopping = begin('stop', 'a', (t) => stopVersion(t, { variant: variant('a'), beside: 'b' }))
  expect(await panel().operations.ended(stopping)).toEqual({ kind: 'succeeded' })
  expect(await services('running')).toEqual(['app-b', 'panel-forwarder'])
  expect(panel().hub.state()).toMatchObject({ app: { kind: 'ready', variant: 'b' }, notice: null })
  expectNoFailure(client)
})

test('a stop ends both where two are left', async () => {
  await open()
  await startIt('a')
  await switchedWithoutCompose('b', (t, s) => switchTo(endingNothing(t), variant('b'), s))
  expect(await panel().operations.ended(begin('stop', 'b', stop))).toEqual({ kind: 'succeeded' })
  expect(await services('running')).toEqual([])
  expect(await services('exited')).toEqual(['app-a', 'app-b'])
})

test('the next panel stops an old version that could not be stopped', async () => {
  await open()
  await startIt('a')
  await switchedWithoutCompose('b', (t, s) => switchTo(endingNothing(t), variant('b'), s))
  close()
  await open()
  await until(async () => (await services('running')).join(' ') === 'app-b panel-forwarder')
  await until(() => panel().hub.state().app.kind === 'ready')
  expect(panel().hub.state().app).toMatchObject({ variant: 'b' })
})

test('who may open the app changes at once behind the forwarder: the version goes on, and the address is as it is said', async () => {
  await open()
  await startIt('a')
  const before = panel().hub.state().app
  const move = (who: 'network' | 'this-computer') => moveAddress(panel(), { who })
  expect(await endOf(await move('network'))).toEqual({ kind: 'succeeded' })
  expect(await publishedAt()).toBe('0.0.0.0')
  expect(panel().hub.state().app).toEqual(before)
  expect((await fetch(URL)).status).toBe(200)
  expect(await endOf(await move('this-computer'))).toEqual({ kind: 'succeeded' })
  expect(await publishedAt()).toBe('127.0.0.1')
  expect(panel().hub.state().side.way).toBe('forwarder')
  // As before, a switch then makes nobody wait.
  const client = askSteadily(URL)
  expect(await switchIt('b')).toEqual({ kind: 'succeeded' })
  expectNoFailure(client)
})

test('a start while the other version runs touches nothing and says so, with the switch as its button', async () => {
  await open()
  await startIt('a')
  const outcome = await startIt('b')
  expect(outcome).toMatchObject({
    problem: { failure: { kind: 'other-version-runs', running: 'a', wanted: 'b' }, fixes: [{ kind: 'use-variant', variant: 'b' }] },
  })
  expect(await services()).toEqual(['app-a', 'panel-forwarder'])
  expect((await fetch(URL)).status).toBe(200)
})
