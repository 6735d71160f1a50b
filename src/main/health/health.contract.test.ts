import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { execa } from 'execa'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { AppState, Usage } from '../../core/health/health'
import { headline } from '../../core/panel/headline'
import { createHub } from '../hub'
import { startLastGood } from '../operations/start-last-good'
import { openPanel, type Panel } from '../panel'
import { lookAtDriver, lookFromContainer } from './look-at-card'
import { watchApp } from './watch-app'

// The stand-in on the real engine, driven by docker commands of somebody else: the panel only watches.
const STACK = join(import.meta.dirname, '../../../e2e/stand-in')
const NAME = `fctest-health-${process.pid}`
const PORT = 18_801
let home: string
let panel: Panel
let closing: AbortController

const compose = (...args: readonly string[]) => execa('docker', ['compose', '-p', NAME, '--profile', '*', '-f', join(STACK, 'docker-compose.yml'), ...args])
const app = (): AppState => panel.hub.state().app
const fault = (what: string): Promise<unknown> => fetch(`http://127.0.0.1:${PORT}/fault/${what}`)
const containerOf = async (service: string): Promise<string> => (await compose('ps', '--all', '--quiet', service)).stdout

beforeAll(async () => {
  process.env['FACECRAFT_STAND_IN'] = NAME
  process.env['FACECRAFT_PUBLISHED_PORT'] = String(PORT)
  await compose('build', '--quiet')
})

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'facecraft-health-'))
  process.env['FACECRAFT_PANEL_HOME'] = home
})

afterEach(async () => {
  closing.abort()
  delete process.env['FACECRAFT_STAND_IN_B']
  delete process.env['FACECRAFT_STAND_IN_MEMORY']
  await compose('down', '--volumes', '--remove-orphans')
  rmSync(home, { recursive: true })
})

afterAll(() => execa('docker', ['image', 'rm', '--force', `${NAME}:a`, `${NAME}:b`], { reject: false }))

async function watch(): Promise<void> {
  closing = new AbortController()
  panel = openPanel({ folder: STACK, file: 'docker-compose.yml', name: NAME }, closing.signal)
  // As with a window that can be seen.
  panel.look()
  await until(() => app().kind !== 'unknown')
}

async function until(met: () => boolean, seconds = 30): Promise<void> {
  for (const end = Date.now() + seconds * 1000; !met(); await wait(10)) {
    if (Date.now() > end) throw new Error(`not met within ${seconds} s: ${JSON.stringify([app(), panel.hub.state().engine, panel.hub.state().incidents])}`)
  }
}

async function ready(service: 'app-a' | 'app-b' = 'app-a'): Promise<void> {
  await watch()
  await compose('up', '-d', service)
  await until(() => app().kind === 'ready')
}

const told = (): readonly string[] => panel.hub.state().incidents.map((i) => i.text)

test('what somebody else starts is seen starting and then ready, with the steps of the start', async () => {
  await watch()
  expect(app().kind).toBe('stopped')
  await compose('up', '-d', 'app-a')
  await until(() => app().kind === 'ready')
  expect(app()).toMatchObject({ variant: 'a' })
  expect(panel.hub.state().stairs.find((s) => s.name === 'models-loaded')?.after).toBeGreaterThan(0)
  expect(told()).toEqual([])
})

test('three outages of two seconds are three incidents of about that length', async () => {
  await ready()
  for (let n = 0; n < 3; n++) {
    await fault('unready/2')
    await until(() => app().kind === 'not-answering', 3)
    expect(app()).toMatchObject({ reasons: ['asked to be'] })
    await until(() => app().kind === 'ready', 5)
    await wait(300)
  }
  expect(told()).toEqual(Array.from({ length: 3 }, () => 'Not ready: asked to be'))
  for (const { at, endedAt } of panel.hub.state().incidents) expect(Math.abs((endedAt ?? 0) - at - 2000)).toBeLessThan(1500)
  // On disk too: the next panel tells the same.
  closing.abort()
  await watch()
  expect(told()).toHaveLength(3)
  expect(readFileSync(join(home, 'samples.jsonl'), 'utf8')).toContain('asked to be')
})

test.each([
  [1, 'Started again by Docker: it ended with an error (code 1)'],
  [137, 'Started again by Docker: something ended it by force (code 137)'],
  [3, 'Started again by Docker: it found no graphics card that works (code 3)'],
])('an end of its own with code %s is told with its cause, and that Docker started it again', async (code, words) => {
  await ready()
  await fault(`exit/${code}`)
  await until(() => told().includes(words))
  await until(() => app().kind === 'ready')
  expect(told()).toEqual([words])
})

test('an end for want of memory is told with the limit', async () => {
  process.env['FACECRAFT_STAND_IN_MEMORY'] = '64m'
  await ready('app-b')
  await fault('memory')
  await until(() => told().includes('Started again by Docker: it ran out of memory (limit 67 MB)'), 60)
})

test('an app that ends each time it is started is a crash loop with its reason', async () => {
  process.env['FACECRAFT_STAND_IN_B'] = 'exit-3'
  await watch()
  await compose('up', '-d', 'app-b')
  await until(() => app().kind === 'crash-loop', 60)
  expect(app()).toMatchObject({ variant: 'b', code: 3, outOfMemory: false, ending: { kind: 'itself', code: 3 } })
})

test('a package that does not come up gives way to the last one that did, where a person asks for it', async () => {
  await ready()
  const good = panel.app()?.running()?.image
  await execa('docker', ['build', '--quiet', '--tag', `${NAME}:a`, '-'], { input: `FROM ${NAME}:a\nCMD ["python3", "-c", "raise SystemExit(3)"]` })
  await compose('up', '-d', 'app-a')
  await until(() => app().kind === 'crash-loop' && panel.hub.state().variants[0]?.lastGood !== undefined, 60)
  expect(headline(panel.hub.state(), Date.now()).secondary[0]?.deed).toEqual({ kind: 'start-last-good', variant: 'a' })
  const { project } = panel.hub.state()
  const [variant] = project.kind === 'usable' ? project.project.variants : []
  if (!variant) throw new Error('no version')
  panel.operations.begin({ kind: 'start', variant: 'a', recipe: (tools, signal) => startLastGood(tools, variant, signal) })
  await until(() => panel.hub.state().history[0]?.outcome?.kind === 'succeeded', 60)
  expect([app().kind, panel.app()?.running()?.image, panel.hub.state().variants[0]?.lastGood]).toEqual(['ready', good, undefined])
})

test('what ended while the panel was closed is told as not watched by the next panel', async () => {
  await ready()
  closing.abort()
  await compose('stop', 'app-a')
  await watch()
  expect(app()).toMatchObject({ kind: 'stopped', ending: { kind: 'unwatched' } })
})

test('Docker’s own word is passed on as Docker’s, with who starts the app again', async () => {
  await ready()
  expect(panel.hub.state().dockerSays).toEqual({ health: null, restartPolicy: 'unless-stopped' })
})

test('the use is kept once a minute, and told each second only while somebody listens', async () => {
  await ready()
  await until(() => panel.hub.state().usage.length === 1, 10)
  expect(readFileSync(join(home, 'usage.jsonl'), 'utf8').trim().split('\n')).toHaveLength(1)
  const end = new AbortController()
  const live: Usage[] = []
  for await (const usage of panel.usage.live(end.signal)) if (usage && live.push(usage) === 2) end.abort()
  expect(live[1]).toMatchObject({ card: null, memoryBytes: expect.any(Number) as number, network: expect.any(Number) as number })
  expect(panel.hub.state().usage).toHaveLength(1)
})

test('a stop that somebody else asked for is no incident', async () => {
  await ready()
  await compose('stop', 'app-a')
  await until(() => app().kind === 'stopped')
  expect(app()).toMatchObject({ variant: 'a', ending: { kind: 'asked' } })
  expect(told()).toEqual([])
})

test('a container that somebody else removed is told as removed, and started again it is ready', async () => {
  await ready()
  await execa('docker', ['rm', '--force', await containerOf('app-a')])
  await until(() => app().kind === 'stopped' && told().includes('Stopped: somebody else removed it'))
  expect(app()).toMatchObject({ variant: 'a', ending: { kind: 'removed' } })
  await compose('up', '-d', 'app-a')
  await until(() => app().kind === 'ready')
})

test('what somebody removes long after it was stopped is no incident', async () => {
  await ready()
  await compose('stop', 'app-a')
  await until(() => app().kind === 'stopped')
  await wait(11_000)
  await compose('rm', '--force', 'app-a')
  await until(() => panel.app()?.containers().length === 0)
  await wait(200)
  expect(app()).toEqual({ kind: 'stopped', at: null, variant: null })
  expect(told()).toEqual([])
})

test('what hangs is not starting for the watch that follows, and what is well never was', async () => {
  await ready()
  const seen: string[] = []
  panel.hub.listen(({ change }) => (change.type === 'app' ? seen.push(change.app.kind) : undefined))
  await panel.reopen()
  await until(() => panel.app()?.running() !== null && panel.app()?.running() !== undefined)
  await wait(1000)
  expect(seen).toEqual([])
  await fault('unready/60')
  await until(() => app().kind === 'not-answering')
  await panel.reopen()
  await wait(1500)
  expect(seen).toEqual(['not-answering'])
})

test('a paused container is paused, and goes on when asked to', async () => {
  await ready()
  await execa('docker', ['pause', await containerOf('app-a')])
  await until(() => app().kind === 'paused', 5)
  await panel.app()?.goOn()
  await until(() => app().kind === 'ready', 10)
  expect(told()).toEqual(['Paused through Docker'])
})

test('an app that should compute on a card and computes on the processor is on the wrong device, never ready', async () => {
  await ready()
  const { project } = panel.hub.state()
  const link = panel.link()
  if (project.kind !== 'usable' || !link) throw new Error('no project')
  const asked = { ...project.project, variants: project.project.variants.map((v) => ({ ...v, kind: 'nvidia' as const })) }
  const hub = createHub()
  const seen: string[] = []
  hub.listen(({ change }) => (change.type === 'app' ? seen.push(change.app.kind) : undefined))
  watchApp(hub, { link, project: asked, seen: () => true, lost: () => null, closed: () => null, ready: { life: '' } }, closing.signal)
  await until(() => hub.state().app.kind === 'wrong-device')
  expect(seen).not.toContain('ready')
  expect(headline({ ...panel.hub.state(), ...hub.state(), engine: panel.hub.state().engine, project }, Date.now()).pill).toMatchObject({
    mark: 'triangle',
    tone: 'warn',
  })
})

// What a card that is there answers is not tried here: this computer has none.
test('without a card Docker refuses to pass one on, and the test leaves no container', async () => {
  await watch()
  const docker = panel.link()?.docker
  if (!docker) throw new Error('no engine')
  expect((await lookAtDriver()).kind).toBe('no-driver')
  expect(await lookFromContainer(docker, { image: `${NAME}:a`, by: 'add-on' })).toMatchObject({
    kind: 'refused',
    said: expect.stringContaining('could not select device driver') as string,
  })
  expect(await lookFromContainer(docker, { image: 'fctest-no-such-image', by: 'add-on' })).toEqual({ kind: 'not-tried' })
  expect((await execa('docker', ['ps', '--all', '--quiet', '--filter', 'label=facecraft.panel.purpose=card', '--filter', `ancestor=${NAME}:a`])).stdout).toBe(
    '',
  )
})
