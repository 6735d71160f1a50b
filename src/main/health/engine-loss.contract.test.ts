import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { execa } from 'execa'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startSecondEngine, type SecondEngine } from '../../../e2e/second-engine'
import { headline } from '../../core/panel/headline'
import { openPanel, type Panel } from '../panel'

// An engine of its own, since it is halted, killed and started again. Only root on Linux can start one.
const STACK = join(import.meta.dirname, '../../../e2e/stand-in')
const NAME = `fctest-loss-${process.pid}`
const PORT = 18_802

describe.runIf(process.platform === 'linux' && process.getuid?.() === 0)('Docker itself goes away', () => {
  let home: string
  let engine: SecondEngine
  let panel: Panel
  let closing = new AbortController()
  const shared = process.env['DOCKER_HOST']
  const compose = (...args: readonly string[]) => execa('docker', ['compose', '-p', NAME, '--profile', '*', '-f', join(STACK, 'docker-compose.yml'), ...args])

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'facecraft-loss-'))
    process.env['FACECRAFT_PANEL_HOME'] = home
    process.env['FACECRAFT_STAND_IN'] = NAME
    process.env['FACECRAFT_PUBLISHED_PORT'] = String(PORT)
    await compose('build', '--quiet', 'app-a')
    engine = await startSecondEngine({ images: [`${NAME}:a`], port: PORT })
    process.env['DOCKER_HOST'] = engine.host
    panel = openPanel({ folder: STACK, file: 'docker-compose.yml', name: NAME }, closing.signal)
    await compose('up', '-d', 'app-a')
    await until(() => panel.hub.state().app.kind === 'ready', 60)
  })

  afterAll(async () => {
    closing.abort()
    await engine?.stop()
    if (shared === undefined) delete process.env['DOCKER_HOST']
    else process.env['DOCKER_HOST'] = shared
    await execa('docker', ['image', 'rm', '--force', `${NAME}:a`], { reject: false })
    rmSync(home, { recursive: true })
  })

  async function until(met: () => boolean, seconds: number): Promise<number> {
    const began = performance.now()
    for (; !met(); await wait(10)) {
      if (performance.now() - began > seconds * 1000)
        throw new Error(`not met within ${seconds} s: ${JSON.stringify([panel.hub.state().app, panel.hub.state().engine, panel.hub.state().incidents])}`)
    }
    return performance.now() - began
  }
  const kind = (): string => panel.hub.state().engine.kind

  test('an engine that hangs is noticed within 3 s, and its return within 2 s, twice', async () => {
    for (let n = 0; n < 2; n++) {
      engine.signal('SIGSTOP')
      expect(await until(() => kind() === 'lost', 10)).toBeLessThan(3000)
      expect(panel.hub.state().engine).toMatchObject({ silent: true })
      await wait(3000)
      engine.signal('SIGCONT')
      expect(await until(() => kind() === 'running', 20)).toBeLessThan(2000)
      await until(() => panel.hub.state().app.kind === 'ready', 20)
    }
    expect(panel.hub.state().incidents[0]?.text).toBe('Docker did not answer')
  })

  test('an engine that is stopped and started brings the app back, and it is ready again', async () => {
    engine.signal('SIGTERM')
    await until(() => kind() === 'lost', 30)
    await wait(2000)
    await engine.start()
    await until(() => panel.hub.state().app.kind === 'ready', 60)
    expect(headline(panel.hub.state(), Date.now()).title).toBe('Facecraft is ready')
  })

  test('an engine that was killed does not bring the app back: to start it again is offered', async () => {
    engine.signal('SIGKILL')
    expect(await until(() => kind() === 'lost', 10)).toBeLessThan(3000)
    await wait(1000)
    await engine.start()
    await until(() => panel.hub.state().app.kind === 'stopped', 60)
    const said = headline(panel.hub.state(), Date.now())
    expect([said.title, said.primary]).toEqual(['Docker is back, Facecraft is not', { label: 'Start it again', deed: { kind: 'start', variant: 'a' } }])
  })

  test('the same while the panel was closed: the next one says that nobody watched, and offers to start it again', async () => {
    await compose('up', '-d', 'app-a')
    await until(() => panel.hub.state().app.kind === 'ready', 60)
    closing.abort()
    engine.signal('SIGKILL')
    await wait(1000)
    await engine.start()
    closing = new AbortController()
    panel = openPanel({ folder: STACK, file: 'docker-compose.yml', name: NAME }, closing.signal)
    await until(() => panel.hub.state().app.kind === 'stopped', 60)
    const said = headline(panel.hub.state(), Date.now())
    expect([said.title, said.primary?.label]).toEqual(['Facecraft stopped while this panel was closed', 'Start it again'])
  })
})
