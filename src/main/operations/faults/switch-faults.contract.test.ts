import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { execa } from 'execa'
import { writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import type { Outcome, StageName } from '../../../core/operation/operation'
import { fillDisk } from '../../../../e2e/fill-disk'
import { A_IS_BACK, makeGround, running, rolledBack, type Ground } from './ground'
import { nth, ROUNDS } from './rounds'

const PORT = 18_470
const NAME = `fctest-faults-${process.pid}`
const STAGES: readonly StageName[] = ['check', 'create', 'stop-old', 'wait-port', 'start', 'wait-ready']
let ground: Ground

beforeAll(async () => {
  ground = makeGround(NAME, PORT)
  await ground.compose('build', '--quiet')
})
beforeEach(() => ground.open())
afterEach(() => ground.close())
afterAll(() => ground.clear())

describe.each(ROUNDS)('round %i: a switch gives back what was there, with its photos and settings', () => {
  test.each([
    ['whose program is missing', { FACECRAFT_STAND_IN_COMMAND: 'no-such-program' }, 'The app package is incomplete'],
    ['that is never ready', { FACECRAFT_STAND_IN_B: 'unready' }, 'Facecraft never became ready'],
    ['that ends as soon as it was ready', { FACECRAFT_STAND_IN_B: 'ends-when-ready' }, 'Facecraft stopped by itself'],
    ['that does not end when it is asked to', { FACECRAFT_STAND_IN_B: 'deaf' }, 'Facecraft never became ready'],
  ])('after a version %s', async (_, fault, cause) => {
    await ground.startA()
    expect(await ground.switchToB(fault)).toMatchObject(rolledBack(cause))
    expect(await ground.found()).toEqual(A_IS_BACK)
    expect(ground.panel().hub.state().app).toMatchObject({ kind: 'ready', variant: 'a' })
  })

  test('after a cancel in the middle, and says how long it was away', async () => {
    await ground.startA()
    process.env['FACECRAFT_STAND_IN_B'] = 'unready'
    const { id, ended } = ground.begin('b')
    await ground.until(({ operation }) => operation?.stage?.name === 'wait-ready')
    delete process.env['FACECRAFT_STAND_IN_B']
    await ground.panel().operations.cancel(id)
    expect(await ended).toMatchObject({ kind: 'cancelled', problem: { failure: { kind: 'switch-cancelled', backOn: 'a' } } })
    expect(ground.panel().hub.state().notice?.why).toContain('was away for')
    expect(await ground.found()).toEqual(A_IS_BACK)
  })

  test('as soon as it can, where another program took the address between stop and start', async () => {
    await ground.startA()
    const thief = await steal()
    expect(thief.outcome).toMatchObject({
      kind: 'failed',
      problem: { failure: { kind: 'roll-back-failed', backOn: 'a' }, fixes: [{ kind: 'use-variant', variant: 'a' }] },
    })
    expect(await ground.found()).toEqual({ ...A_IS_BACK, containers: ['app-a exited'], answers: null })
    thief.server.close()
    await ground.startA()
    expect(await ground.found()).toEqual(A_IS_BACK)
  })
})

describe.each(ROUNDS)('round %i: a panel that is killed', (round) => {
  test.each(nth(STAGES, round))('at "%s" of a switch leaves one version, or the next panel says what to do', async (stage) => {
    await ground.startSlowA()
    ground.close()
    await ground.killedAt(stage)
    await ground.open()
    const before = await ground.settled()
    const { notice } = ground.panel().hub.state()
    // Where none answers, both ways out are offered.
    expect(before.answers !== null ? ['use-variant', 'use-variant'] : notice?.fixes.map((fix) => fix.kind)).toEqual(['use-variant', 'use-variant'])
    expect(running(before)).toEqual(before.answers === null ? [] : [`app-${before.answers}`])
    expect(before).toMatchObject({ photo: 'kept', settings: 'kept', packages: 2 })
    await ground.startA()
    expect((await ground.found()).answers).toBe('a')
  })
})

// Only root on Linux can give the panel's folder a disk of its own.
describe.runIf(process.platform === 'linux' && process.getuid?.() === 0).each(ROUNDS)('round %i: a full disk of the panel', () => {
  test('refuses a switch in words, and one that is under way comes to its end', async () => {
    await ground.startA()
    const settings = join(ground.home, 'settings.json')
    ground.close()
    await execa('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', ground.home])
    try {
      writeFileSync(settings, JSON.stringify({ openWhenReady: false }))
      await ground.open()
      process.env['FACECRAFT_STAND_IN_B'] = 'unready'
      ground.at('create', () => fillDisk(join(ground.home, 'filler')))
      expect(await ground.begin('b').ended).toMatchObject(rolledBack('Facecraft never became ready'))
      expect(() => ground.begin('b')).toThrow('Too little space')
      expect(await ground.found()).toEqual(A_IS_BACK)
    } finally {
      delete process.env['FACECRAFT_STAND_IN_B']
      ground.close()
      await execa('umount', ['--lazy', ground.home])
    }
  })
})

// Takes the address the moment it is free; where the new version was quicker, the other way round and once more.
async function steal(): Promise<{ readonly server: Server; readonly outcome: Outcome }> {
  for (let tries = 0; tries < 5; tries++) {
    const stolen = new Promise<Server | null>((resolve) => ground.at('wait-port', () => void listenAtOnce().then(resolve)))
    const outcome = await ground.begin('b').ended
    const server = await stolen
    if (server) return { server, outcome }
    await ground.begin('a').ended
  }
  throw new Error('the thief was never quick enough')
}

async function listenAtOnce(): Promise<Server | null> {
  while (['stop-old', 'wait-port'].includes(ground.panel().hub.state().operation?.stage?.name ?? '')) {
    const server = createServer()
    const taken = await new Promise<boolean>((resolve) => server.once('error', () => resolve(false)).listen(PORT, '127.0.0.1', () => resolve(true)))
    if (taken) return server
    await turn()
  }
  return null
}
