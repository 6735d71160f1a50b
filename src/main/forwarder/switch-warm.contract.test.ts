import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { execa } from 'execa'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { askSteadily } from '../../../bench/lib/steady-client.mjs'
import { readJournals, writeJournal } from '../operations/journal'
import { stop } from '../operations/stop'
import { expectNoFailure, makeWarmGround } from './warm-ground'

const NAME = `fctest-warm-${process.pid}`

const ground = makeWarmGround(NAME, 18_441)
const { begin, beginSwitch, close, compose, folder, open, panel, services, startIt, switchIt, until, url: URL } = ground

beforeAll(() => compose('build', '--quiet'))

afterEach(async () => {
  close()
  await compose('down', '--volumes', '--remove-orphans')
})

afterAll(() => ground.clear())

test('a switch behind the forwarder makes nobody wait: no request fails, neither on new connections nor on one that stays open', async () => {
  await open()
  expect(await startIt('a')).toEqual({ kind: 'succeeded' })
  expect(panel().hub.state()).toMatchObject({ app: { kind: 'ready', variant: 'a' }, side: { way: 'forwarder' } })
  const before: string[] = []
  const deaf = panel().hub.listen(
    ({ change }) => change.type === 'app' && before.push(`${change.app.kind} ${'variant' in change.app ? change.app.variant : ''}`),
  )
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
  expect(panel().hub.state().app).toMatchObject({ kind: 'ready', variant: 'a' })
})

test('a version that was started without the forwarder is switched with a pause once, and from then on without', async () => {
  await open()
  panel().settings.change({ withoutPause: false })
  await startIt('a')
  expect(await services('running')).toEqual(['app-a'])
  panel().settings.change({ withoutPause: true })
  expect(await switchIt('b')).toEqual({ kind: 'succeeded' })
  expect(await services('running')).toEqual(['app-b', 'panel-forwarder'])
  const client = askSteadily(URL)
  expect(await switchIt('a')).toEqual({ kind: 'succeeded' })
  expectNoFailure(client)
  panel().settings.change({ withoutPause: false })
  expect(await switchIt('b')).toEqual({ kind: 'succeeded' })
  expect(await services('running')).toEqual(['app-b'])
  expect(panel().hub.state()).toMatchObject({ app: { kind: 'ready', variant: 'b' }, side: { way: 'own port' } })
})

test('stop also takes the forwarder away', async () => {
  await open()
  await startIt('a')
  expect(await panel().operations.ended(begin('stop', 'a', stop))).toEqual({ kind: 'succeeded' })
  expect(await services()).toEqual(['app-a'])
  expect(await services('exited')).toEqual(['app-a'])
})

test('the forwarder survives the panel; one that somebody stopped is said, and a start brings it back', async () => {
  await open()
  await startIt('a')
  close()
  expect((await fetch(URL)).status).toBe(200)
  await open()
  await until(() => panel().hub.state().app.kind === 'ready')
  await execa('docker', ['stop', `${NAME}-panel-forwarder`])
  // It stops answering a little before Docker says that the forwarder has ended.
  await until(() => {
    const { app } = panel().hub.state()
    return app.kind === 'not-answering' && app.variant === 'a' && app.cutOff === true
  })
  expect(await startIt('a')).toEqual({ kind: 'succeeded' })
  expect((await fetch(URL)).status).toBe(200)
})

test('a panel that was killed in the middle of a hand-over leaves two versions, and the next one leaves one', async () => {
  await open()
  await startIt('a')
  const [from, to] = ['a', 'b']
  const id = beginSwitch(to)
  await until(() => panel().hub.state().operation?.stage?.name === 'start-beside')
  const journal = readJournals().find((one) => one.id === id)
  await until(async () => (await services('running')).includes('app-b'))
  // As the kill would: the recipe is not told to stop, its panel is gone, and its journal ends here.
  await panel().operations.cancel(id)
  await compose('stop', 'app-b')
  close()
  const override = join(folder, 'home/forwarder.yml')
  await execa('docker', ['compose', '-p', NAME, '--profile', to, '-f', join(folder, 'project/docker-compose.yml'), '-f', override, 'up', '-d', 'app-b'])
  expect(await services('running')).toEqual(['app-a', 'app-b', 'panel-forwarder'])
  rmSync(join(folder, 'home/operations'), { recursive: true })
  writeJournal(id, { type: 'operation-began', operation: { ...journal!, variant: to, from, endedAt: null, outcome: null } })
  await open()
  await until(async () => (await services()).join(' ') === 'app-a panel-forwarder')
  await until(() => panel().hub.state().app.kind === 'ready')
  expect(panel().hub.state().app).toMatchObject({ kind: 'ready', variant: from })
})
