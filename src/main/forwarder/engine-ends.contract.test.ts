import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { execa } from 'execa'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startSecondEngine, type SecondEngine } from '../../../e2e/second-engine'
import type { Outcome, StageName } from '../../core/operation/operation'
import type { PanelState } from '../../core/panel/panel'
import { withoutPorts } from '../../core/project/forwarder'
import type { Variant } from '../../core/project/project'
import { switchTo } from '../operations/switch'
import { openPanel, type Panel } from '../panel'
import { makeForwarder } from './container'

const NAME = `fctest-warm-loss-${process.pid}`
const PORT = 18_447
// Longer than a switch waits for Docker to come back.
const TOO_LONG_MS = 17_000

// An engine of its own, since it is killed. Only root on Linux can start one.
describe.runIf(process.platform === 'linux' && process.getuid?.() === 0)('Docker itself ends in a switch without a pause', () => {
  const shared = process.env['DOCKER_HOST']
  let folder: string
  let engine: SecondEngine
  let panel: Panel
  let closing: AbortController

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'facecraft-warm-loss-'))
    Object.assign(process.env, { FACECRAFT_PANEL_HOME: join(folder, 'home'), FACECRAFT_STAND_IN: NAME, FACECRAFT_PUBLISHED_PORT: String(PORT) })
    cpSync(join(import.meta.dirname, '../../../e2e/stand-in'), join(folder, 'project'), { recursive: true })
    await execa('docker', ['compose', '-p', NAME, '--profile', '*', '-f', join(folder, 'project/docker-compose.yml'), 'build', '--quiet'])
    engine = await startSecondEngine({ images: [`${NAME}:a`, `${NAME}:b`], port: PORT })
    await execa('docker', ['image', 'rm', '--force', `${NAME}:a`, `${NAME}:b`])
    process.env['DOCKER_HOST'] = engine.host
  })

  afterEach(async () => {
    closing?.abort()
    const ids = await engine.docker('ps', '--all', '--quiet')
    if (ids) await engine.docker('rm', '--force', ...ids.split('\n'))
    rmSync(join(folder, 'home'), { recursive: true, force: true })
  })

  afterAll(async () => {
    await engine?.stop()
    if (shared === undefined) delete process.env['DOCKER_HOST']
    else process.env['DOCKER_HOST'] = shared
    rmSync(folder, { recursive: true })
  })

  async function until(met: (state: PanelState) => boolean | Promise<boolean>): Promise<void> {
    for (const end = Date.now() + 60_000; !(await met(panel.hub.state())); await wait(20)) {
      const { app, side, operation, history, notice } = panel.hub.state()
      if (Date.now() > end) throw new Error(`not met: ${JSON.stringify({ app, side, operation, last: history[0], notice, all: await containers() })}`)
    }
  }

  async function containers(): Promise<readonly string[]> {
    const listed = await engine.docker('ps', '--all', '--format', '{{.Label "com.docker.compose.service"}} {{.State}}')
    return listed.split('\n').filter(Boolean).sort()
  }

  function variant(id: string): Variant {
    const { project } = panel.hub.state()
    const found = project.kind === 'usable' ? project.project.variants.find((v) => v.id === id) : undefined
    if (!found) throw new Error(`no version ${id}`)
    return found
  }

  // By hand, since the way to the other engine's port takes that port here.
  async function startBehind(): Promise<void> {
    const { project } = panel.hub.state()
    if (project.kind !== 'usable') throw new Error('the project cannot be used')
    const override = join(folder, 'home/behind.yml')
    writeFileSync(override, withoutPorts(project.project))
    const files = ['-f', join(folder, 'project/docker-compose.yml'), '-f', override]
    await execa('docker', ['compose', '-p', NAME, '--profile', 'a', ...files, 'up', '--detach', 'app-a'])
    const docker = panel.link()?.docker
    const refused = docker && (await makeForwarder(docker, { project: project.project, variant: variant('a'), network: `${NAME}_default` }))
    if (refused !== null) throw new Error(refused?.evidence.join())
  }

  // Switches to b, ends Docker a while after a stage began, and starts it again a while later.
  async function endedAt(
    stage: StageName,
    { by, after, away }: { readonly by: 'SIGKILL' | 'SIGTERM'; readonly after: number; readonly away: number },
  ): Promise<Outcome> {
    closing = new AbortController()
    panel = openPanel({ folder: join(folder, 'project'), file: 'docker-compose.yml', name: NAME }, closing.signal)
    await until(({ app }) => app.kind !== 'unknown')
    panel.settings.change({ withoutPause: true })
    await startBehind()
    await until(({ app, side }) => app.kind === 'ready' && side.way === 'forwarder')
    const begun = panel.operations.begin({ kind: 'switch', variant: 'b', recipe: (t, s) => switchTo(t, variant('b'), s) })
    if (begun.kind === 'refused') throw new Error(begun.problem.title)
    await until(({ operation }) => operation?.stage?.name === stage)
    await wait(after)
    engine.signal(by)
    await until((state) => state.engine.kind === 'lost')
    await wait(away)
    await engine.start()
    return panel.operations.ended(begun.id)
  }

  async function expectOnlyA(): Promise<void> {
    await until(({ app }) => app.kind === 'ready' && app.variant === 'a')
    // So long a version that comes up late would still be noticed.
    await wait(2000)
    expect(await containers()).toEqual(['app-a running', 'panel-forwarder running'])
    expect((await fetch(`http://127.0.0.1:${PORT}/ready`)).status).toBe(200)
  }

  test('restarted, it brings the old version back: that one was away, and for how long is said', async () => {
    const outcome = await endedAt('start-beside', { by: 'SIGTERM', after: 800, away: 2500 })
    const failure = { kind: 'switch-undone', cause: 'Docker stopped in the middle of it', keeps: 'a' }
    expect(outcome).toMatchObject({ kind: 'failed', problem: { failure, why: expect.stringMatching(/was away for/) as string } })
    await expectOnlyA()
  })

  test('killed at the moment of handing over: the old version is started again, and it is said how long it was away', async () => {
    const outcome = await endedAt('hand-over', { by: 'SIGKILL', after: 0, away: 500 })
    expect(outcome).toMatchObject({ kind: 'failed', problem: { failure: { kind: 'switch-rolled-back', backOn: 'a' } } })
    expect(outcome).toMatchObject({ problem: { why: expect.stringMatching(/was away for/) as string } })
    await expectOnlyA()
  })

  test('killed, and away for long: nothing is claimed of the app, and when it is back one button brings it', async () => {
    const outcome = await endedAt('start-beside', { by: 'SIGKILL', after: 800, away: TOO_LONG_MS })
    expect(outcome).toMatchObject({ kind: 'failed', problem: { failure: { kind: 'engine-lost' } } })
    await until(({ notice }) => notice?.failure.kind === 'switch-interrupted')
    expect((await containers()).filter((line) => !line.endsWith('exited'))).toEqual([])
    expect(panel.hub.state().notice?.fixes[0]).toMatchObject({ kind: 'use-variant', variant: 'b' })
  })
})
