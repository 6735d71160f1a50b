import Docker from 'dockerode'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { execa } from 'execa'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Accepted } from '../../shared/contract'
import { lockLabels, lockName, type LockHolder } from '../../core/operation/lock'
import type { Outcome } from '../../core/operation/operation'
import { takeLock } from '../engine/lock'
import { beganAt, thisHost } from '../engine/this-process'
import { openPanel, type Panel } from '../panel'
import { keepConsent } from '../project/consents-kept'
import { start } from './start'

// Two panels on one engine and one project; the other one is a second panel here, or a process that says it is one.
const STACK = join(import.meta.dirname, '../../../e2e/stand-in')
const NAME = `fctest-lock-${process.pid}`
const docker = new Docker({ socketPath: (process.env['DOCKER_HOST'] ?? 'unix:///var/run/docker.sock').replace('unix://', '') })
let folder: string
let closing: AbortController

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'facecraft-lock-'))
  process.env['FACECRAFT_PANEL_HOME'] = join(folder, 'home')
  process.env['FACECRAFT_STAND_IN'] = NAME
  process.env['FACECRAFT_PUBLISHED_PORT'] = '18437'
  for (const project of ['one', 'two']) cpSync(STACK, join(folder, project), { recursive: true })
  await compose('one', 'build', '--quiet', 'app-a')
})

afterEach(async () => {
  closing?.abort()
  await compose('one', 'down', '--volumes', '--remove-orphans')
  await execa('docker', ['volume', 'rm', '--force', lockName(NAME)])
})

afterAll(async () => {
  await execa('docker', ['image', 'rm', '--force', `${NAME}:a`], { reject: false })
  rmSync(folder, { recursive: true })
})

function compose(project: string, ...args: readonly string[]) {
  return execa('docker', ['compose', '-p', NAME, '--profile', '*', '-f', join(folder, project, 'docker-compose.yml'), ...args])
}

async function open(): Promise<Panel> {
  if (!closing || closing.signal.aborted) closing = new AbortController()
  const panel = openPanel({ folder: join(folder, 'one'), file: 'docker-compose.yml', name: NAME }, closing.signal)
  await until(() => panel.hub.state().app.kind !== 'unknown')
  return panel
}

async function until(met: () => boolean): Promise<void> {
  for (const end = Date.now() + 60_000; !met(); await wait(20)) if (Date.now() > end) throw new Error('not met within 60 s')
}

async function startIt(panel: Panel): Promise<Outcome> {
  const { project } = panel.hub.state()
  const variant = project.kind === 'usable' ? project.project.variants.find(({ id }) => id === 'a') : undefined
  if (!variant) throw new Error('no version a')
  const accepted: Accepted = panel.operations.begin({ kind: 'start', variant: 'a', recipe: (tools, signal) => start(tools, variant, signal) })
  if (accepted.kind === 'refused') throw new Error(accepted.problem.title)
  return panel.operations.ended(accepted.id)
}

async function holder(pid: number, token: string): Promise<LockHolder> {
  return { token, what: 'switch', variant: 'b', since: Date.now() - 12_000, who: 'anna on desk', host: await thisHost(), pid, began: await beganAt(pid) }
}

/** A process that stands for a panel at work; its end is the end of that panel. */
async function otherPanel(token = 'other'): Promise<{ readonly kill: () => Promise<void> }> {
  const child = spawn('sleep', ['300'], { stdio: 'ignore' })
  await once(child, 'spawn')
  await docker.createVolume({ Name: lockName(NAME), Labels: lockLabels(await holder(child.pid ?? 0, token)) })
  return {
    kill: async () => {
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
  }
}

async function locks(): Promise<readonly string[]> {
  const { stdout } = await execa('docker', ['volume', 'ls', '--quiet', '--filter', `name=${lockName(NAME)}`])
  return stdout.split('\n').filter(Boolean)
}

async function running(): Promise<readonly string[]> {
  const { stdout } = await execa('docker', ['ps', '--quiet', '--filter', `label=com.docker.compose.project=${NAME}`])
  return stdout.split('\n').filter(Boolean)
}

test('of two panels that start at once exactly one acts, and the other is told who does', async () => {
  const panels = [await open(), await open()]
  const outcomes = await Promise.all(panels.map(startIt))
  expect(outcomes.filter(({ kind }) => kind === 'succeeded')).toHaveLength(1)
  const told = outcomes.find(({ kind }) => kind === 'failed')
  expect(told).toMatchObject({ problem: { failure: { kind: 'other-panel', what: 'start', stuck: 'no' }, title: 'Another panel is starting this app' } })
  expect(await running()).toHaveLength(1)
  // Both see the app that one of them started.
  for (const panel of panels) await until(() => panel.hub.state().app.kind === 'ready')
  expect(await locks()).toEqual([])
})

test('while another panel works, its work is shown and a start is refused; once it is killed the next start takes over', async () => {
  const other = await otherPanel()
  const panel = await open()
  await until(() => panel.hub.state().otherPanel?.token === 'other')
  expect(await startIt(panel)).toMatchObject({ kind: 'failed', problem: { failure: { kind: 'other-panel', what: 'switch', who: 'anna on desk' } } })
  expect(await running()).toEqual([])

  await other.kill()
  expect(await startIt(panel)).toEqual({ kind: 'succeeded' })
  await until(() => panel.hub.state().otherPanel === null)
  expect(await locks()).toEqual([])
})

test('of many that find a lock left behind exactly one gets it, each time', async () => {
  for (let round = 0; round < 8; round++) {
    const other = await otherPanel(`left-${round}`)
    await other.kill()
    const mine = await Promise.all(Array.from({ length: 6 }, (_, at) => holder(process.pid, `r${round}-${at}`)))
    const taken = await Promise.all(mine.map((one) => takeLock(docker, NAME, one)))
    const held = taken.flatMap((one) => (one.kind === 'held' ? [one] : []))
    expect(held).toHaveLength(1)
    await held[0]?.release()
    expect(await locks()).toEqual([])
  }
})

test('containers of another folder with the same name are named before a start, and replaced only when a person agrees', async () => {
  await compose('two', 'up', '--detach', 'app-a')
  const before = await running()
  const panel = await open()
  const outcome = await startIt(panel)
  expect(outcome).toMatchObject({ kind: 'failed', problem: { failure: { kind: 'other-folder', folder: join(folder, 'two') } } })
  expect(await running()).toEqual(before)

  const failure = outcome.kind === 'failed' ? outcome.problem.failure : null
  if (failure?.kind !== 'other-folder') throw new Error('no other folder')
  keepConsent(failure.consent)
  expect(await startIt(panel)).toEqual({ kind: 'succeeded' })
})
