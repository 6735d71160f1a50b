import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { execa } from 'execa'
import { setTimeout as wait } from 'node:timers/promises'
import { startSecondEngine, type SecondEngine } from '../../../../e2e/second-engine'
import type { StageName } from '../../../core/operation/operation'
import { A_IS_BACK, makeGround, running, type Ground } from './ground'
import { nth, ROUNDS } from './rounds'

const PORT = 18_471
const NAME = `fctest-engine-faults-${process.pid}`
const STAGES: readonly StageName[] = ['wait-ready', 'wait-port', 'create', 'confirm']

// An engine of its own, since it is killed and its disk filled. Only root on Linux can start one.
describe.runIf(process.platform === 'linux' && process.getuid?.() === 0)('Docker itself in the middle of a switch', () => {
  let ground: Ground
  let engine: SecondEngine
  const shared = process.env['DOCKER_HOST']

  beforeAll(async () => {
    ground = makeGround(NAME, PORT)
    await ground.compose('build', '--quiet')
    engine = await startSecondEngine({ images: [`${NAME}:a`, `${NAME}:b`], port: PORT, disk: '800m' })
    await execa('docker', ['image', 'rm', '--force', `${NAME}:a`, `${NAME}:b`])
    process.env['DOCKER_HOST'] = engine.host
  })
  beforeEach(() => ground.open())
  afterEach(() => ground.close())
  afterAll(async () => {
    await ground?.clear()
    await engine?.stop()
    if (shared === undefined) delete process.env['DOCKER_HOST']
    else process.env['DOCKER_HOST'] = shared
  })

  // Exactly one version answers; or none, and the first button brings one.
  async function oneAnswersOrButton(): Promise<boolean> {
    const found = await ground.found()
    expect(found).toMatchObject({ photo: 'kept', settings: 'kept', packages: 2 })
    expect(running(found)).toEqual(found.answers === null ? [] : [`app-${found.answers}`])
    const { notice, app } = ground.panel().hub.state()
    // Docker may also end just after a switch that came to its end.
    const button = notice?.fixes[0]?.kind === 'use-variant' || (notice === null && app.kind === 'stopped' && app.ending?.kind === 'with-docker')
    await ground.startA()
    expect(await ground.found()).toMatchObject({ answers: 'a' })
    return found.answers !== null || button
  }

  describe.each(ROUNDS)('round %i', (round) => {
    test.each(nth(STAGES, round).slice(0, 1))('is killed at "%s" and comes back: one version answers, or it says what to do', async (stage) => {
      await ground.startA()
      ground.at(stage, () => engine.signal('SIGKILL'))
      const { ended } = ground.begin('b')
      await ground.until((state) => state.engine.kind === 'lost')
      await wait(500)
      await engine.start()
      const outcome = await ended
      await ground.settled()
      const said = ground.panel().hub.state().notice?.failure.kind ?? outcome.kind
      expect(said).toMatch(/^(switch-rolled-back|switch-interrupted|succeeded)$/)
      expect(await oneAnswersOrButton()).toBe(true)
    })

    test('has a full disk before the old version is touched: it goes on, and it is said', async () => {
      await ground.startA()
      const free = engine.fillDisk()
      const outcome = await ground.begin('b').ended
      free()
      expect(outcome).toMatchObject({ kind: 'failed', problem: { failure: { kind: 'disk-full' } } })
      expect(await ground.found()).toEqual(A_IS_BACK)
    })

    test('has a full disk once the old version is stopped: the old one is back, or one button brings it', async () => {
      await ground.startA()
      let free = (): void => undefined
      ground.at('stop-old', () => (free = engine.fillDisk()))
      const outcome = await ground.begin('b').ended
      free()
      expect(await oneAnswersOrButton()).toBe(true)
      expect(outcome.kind === 'failed' ? outcome.problem.failure.kind : outcome.kind).toMatch(/^(roll-back-failed|switch-rolled-back|succeeded)$/)
    })
  })
})
