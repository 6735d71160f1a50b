import { expect } from 'vitest'
import { execa } from 'execa'
import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import type { Outcome, StageName } from '../../../core/operation/operation'
import type { PanelState } from '../../../core/panel/panel'
import type { Variant } from '../../../core/project/project'
import { openPanel, type Panel } from '../../panel'
import { start } from '../start'
import { switchTo } from '../switch'

/** The stand-in with a photo in its volume, a panel on it, and what is left of both after a fault. */
export interface Ground {
  readonly home: string
  readonly project: string
  panel(): Panel
  compose(...args: readonly string[]): Promise<string>
  /** Opens the panel, as after a start of the computer. */
  open(): Promise<void>
  close(): void
  /** Lets version a run alone and puts a photo where photos are kept. */
  startA(): Promise<void>
  /** The same with one that takes a second to end, long enough to be met at it. */
  startSlowA(): Promise<void>
  begin(to: 'a' | 'b'): { readonly id: string; readonly ended: Promise<Outcome> }
  /** Switches to b with a fault planted in it. */
  switchToB(fault: Readonly<Record<string, string>>): Promise<Outcome>
  /** Switches to b in a process of its own and kills that as soon as it tells a stage. */
  killedAt(stage: StageName): Promise<void>
  /** Does something in the same moment in which a stage is told. */
  at(stage: StageName, act: () => void): void
  /** Waits until Docker is through with what it was asked for, and one version answers or a notice says what to do. */
  settled(): Promise<Found>
  until(met: (state: PanelState) => boolean, seconds?: number): Promise<void>
  /** What a person finds afterwards. */
  found(): Promise<Found>
  clear(): Promise<void>
}

/** All containers as "service state", the version that answers, and whether photos and settings are as they were. */
export interface Found {
  readonly containers: readonly string[]
  readonly answers: string | null
  readonly photo: string
  readonly settings: string
  readonly packages: number
}

/** What is found where nothing was lost. */
export const A_IS_BACK: Found = { containers: ['app-a running'], answers: 'a', photo: 'kept', settings: 'kept', packages: 2 }

/** The services that run; a container that only was made must not be left. */
export function running({ containers }: Found): readonly string[] {
  expect(containers.filter((line) => !/ (running|exited)$/.test(line))).toEqual([])
  return containers.filter((line) => line.endsWith(' running')).map((line) => line.split(' ')[0] ?? '')
}

/** The outcome of a switch that was undone, with its cause and the time away. */
export function rolledBack(cause: string): object {
  const failure = { kind: 'switch-rolled-back', backOn: 'a', cause, awaySeconds: expect.any(Number) as number }
  return { kind: 'failed', problem: { failure, why: expect.stringContaining('was away for') as string } }
}

const STILL_LOOKS = 3
const root = join(import.meta.dirname, '../../../..')
const SETTINGS = JSON.stringify({ openWhenReady: false })

/** Makes the ground under this name, with its address at this port. */
export function makeGround(name: string, port: number): Ground {
  const folder = mkdtempSync(join(tmpdir(), 'facecraft-faults-'))
  const [home, project] = [join(folder, 'home'), join(folder, 'project')]
  cpSync(join(root, 'e2e/stand-in'), project, { recursive: true })
  const file = join(project, 'docker-compose.yml')
  const plain = readFileSync(file, 'utf8').replace('restart: unless-stopped', 'restart: unless-stopped\n  volumes: ["photos:/photos"]')
  writeFileSync(file, `${plain}volumes: { photos: {} }\n`)
  mkdirSync(home)
  writeFileSync(join(home, 'settings.json'), SETTINGS)
  const env = {
    FACECRAFT_PANEL_HOME: home,
    FACECRAFT_PANEL_PROJECT_NAME: name,
    FACECRAFT_STAND_IN: name,
    FACECRAFT_PUBLISHED_PORT: String(port),
    FACECRAFT_PANEL_PATIENCE: '2',
  }
  Object.assign(process.env, env)
  const base = `http://127.0.0.1:${port}`
  let panel: Panel
  let closing = new AbortController()

  const compose = async (...args: readonly string[]): Promise<string> =>
    (await execa('docker', ['compose', '-p', name, '--profile', '*', '-f', file, ...args], { timeout: 60_000 })).stdout
  const until: Ground['until'] = async (met, seconds = 60) => {
    for (const end = Date.now() + seconds * 1000; !met(panel.hub.state()); await wait(10)) {
      const { app, engine, history, notice, operation } = panel.hub.state()
      if (Date.now() > end) throw new Error(`not met within ${seconds} s: ${JSON.stringify({ app, engine: engine.kind, last: history[0], notice, operation })}`)
    }
  }
  const variant = (id: string): Variant => {
    const { project: read } = panel.hub.state()
    const found = read.kind === 'usable' ? read.project.variants.find((v) => v.id === id) : undefined
    if (!found) throw new Error(`no version ${id}`)
    return found
  }
  const begin: Ground['begin'] = (to) => {
    const accepted = panel.operations.begin({ kind: 'switch', variant: to, recipe: (tools, signal) => switchTo(tools, variant(to), signal) })
    if (accepted.kind === 'refused') throw new Error(accepted.problem.title)
    return { id: accepted.id, ended: panel.operations.ended(accepted.id) }
  }
  const answering = async (): Promise<string | null> => {
    try {
      const { version } = (await (await fetch(`${base}/status`, { signal: AbortSignal.timeout(1000) })).json()) as { readonly version: string }
      return (await fetch(`${base}/ready`, { signal: AbortSignal.timeout(1000) })).ok ? version : null
    } catch {
      return null
    }
  }

  const startA = async (): Promise<void> => {
    const { app } = panel.hub.state()
    if ('since' in app && app.variant === 'b') await begin('a').ended
    const accepted = panel.operations.begin({ kind: 'start', variant: 'a', recipe: (tools, signal) => start(tools, variant('a'), signal) })
    const outcome = accepted.kind === 'accepted' ? await panel.operations.ended(accepted.id) : accepted
    if (outcome.kind !== 'succeeded') throw new Error(JSON.stringify(outcome))
    await compose('exec', '--no-TTY', 'app-a', 'sh', '-c', 'echo portrait > /photos/one')
  }

  const listed = async (): Promise<readonly string[]> =>
    (await compose('ps', '--all', '--format', '{{.Service}} {{.State}}')).split('\n').filter(Boolean).sort()
  const found = async (): Promise<Found> => {
    const containers = await listed()
    const keeper = containers.map((line) => line.split(' ')[0] ?? '').find((service) => service === 'app-a') ?? 'app-b'
    const photo = await compose('cp', `${keeper}:/photos/one`, '-')
    const { stdout } = await execa('docker', ['image', 'ls', '--quiet', name])
    return {
      containers,
      answers: await answering(),
      photo: photo.includes('portrait') ? 'kept' : photo,
      settings: readFileSync(join(home, 'settings.json'), 'utf8') === SETTINGS ? 'kept' : 'changed',
      packages: stdout.split('\n').filter(Boolean).length,
    }
  }

  return {
    home,
    project,
    panel: () => panel,
    compose,
    begin,
    until,
    async open() {
      closing = new AbortController()
      panel = openPanel({ folder: project, file: 'docker-compose.yml', name }, closing.signal)
      await until((state) => state.app.kind !== 'unknown', 30)
    },
    close: () => closing.abort(),
    startA,
    async startSlowA() {
      process.env['FACECRAFT_STAND_IN_A'] = 'ends-slowly'
      await compose('rm', '--stop', '--force')
      await startA()
      delete process.env['FACECRAFT_STAND_IN_A']
    },
    async switchToB(fault) {
      Object.assign(process.env, fault)
      try {
        return await begin('b').ended
      } finally {
        for (const variable of Object.keys(fault)) delete process.env[variable]
      }
    },
    at(stage, act) {
      const deaf = panel.hub.listen(({ change }) => {
        if (change.type !== 'operation-stage' || change.stage !== stage) return
        deaf()
        act()
      })
    },
    async settled() {
      let looks = 0
      for (const end = Date.now() + 60_000; Date.now() < end; await wait(500)) {
        const still = (await listed()).every((line) => / (running|exited)$/.test(line))
        looks = still && ((await answering()) !== null || isSaid(panel.hub.state())) ? looks + 1 : 0
        if (looks === STILL_LOOKS) return found()
      }
      throw new Error(`not settled: ${JSON.stringify([await found(), panel.hub.state().notice, panel.hub.state().history[0]])}`)
    },
    async killedAt(stage) {
      const child = spawn(process.execPath, [join(root, 'out/main/headless.js'), 'switch', '--profile', 'b', '--project', project], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      for await (const line of createInterface({ input: child.stdout })) {
        const told = JSON.parse(line) as { readonly type?: string; readonly stage?: string; readonly outcome?: unknown }
        if (told.type === undefined && told.outcome !== undefined) throw new Error(`it ended before ${stage}: ${line}`)
        if (told.type === 'operation-stage' && told.stage === stage) child.kill('SIGKILL')
      }
      // The other process remembers what was chosen; a story compares with what was set before.
      writeFileSync(join(home, 'settings.json'), SETTINGS)
    },
    found,
    async clear() {
      closing.abort()
      await compose('down', '--volumes', '--remove-orphans')
      for (const variable of Object.keys(env)) delete process.env[variable]
      await execa('docker', ['image', 'rm', '--force', `${name}:a`, `${name}:b`], { reject: false })
      rmSync(folder, { recursive: true })
    },
  }
}

/** Whether the panel says why nothing runs; a Docker that is back is looked at before that is believed. */
function isSaid({ notice, app }: PanelState): boolean {
  if (notice === null) return app.kind === 'stopped' && app.ending?.kind === 'with-docker'
  return notice.failure.kind !== 'engine-lost' && notice.failure.kind !== 'engine-silent'
}
