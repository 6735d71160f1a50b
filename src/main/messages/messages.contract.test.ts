import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { execa } from 'execa'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startSecondEngine, type SecondEngine } from '../../../e2e/second-engine'
import { readKept } from '../../core/messages/kept-line'
import { unframer } from '../../core/messages/unframe'
import { openPanel, type Panel } from '../panel'

// The stand-in writes without a pause while panels come and go, containers are replaced and the engine itself goes.
const STACK = join(import.meta.dirname, '../../../e2e/stand-in')
const NAME = `fctest-messages-${process.pid}`
const PORT = 18_803
let home: string
let panel: Panel
let closing: AbortController

const compose = (...args: readonly string[]) => execa('docker', ['compose', '-p', NAME, '--profile', '*', '-f', join(STACK, 'docker-compose.yml'), ...args])
const talk = (): Promise<unknown> => fetch(`http://127.0.0.1:${PORT}/fault/talk/1`)

beforeAll(async () => {
  process.env['FACECRAFT_STAND_IN'] = NAME
  process.env['FACECRAFT_PUBLISHED_PORT'] = String(PORT)
  await compose('build', '--quiet')
})
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'facecraft-messages-'))
  process.env['FACECRAFT_PANEL_HOME'] = home
})
afterEach(() => {
  closing.abort()
  rmSync(home, { recursive: true })
})
afterAll(() => execa('docker', ['image', 'rm', '--force', `${NAME}:a`, `${NAME}:b`], { reject: false }))

function open(): void {
  closing = new AbortController()
  panel = openPanel({ folder: STACK, file: 'docker-compose.yml', name: NAME }, closing.signal)
  panel.keepMessages()
}

async function until(met: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (const end = Date.now() + 60_000; !(await met()); await wait(20)) {
    if (Date.now() > end) throw new Error(`${what} did not come: ${JSON.stringify([panel.hub.state().app, kept().slice(-5)])}`)
  }
}

const ready = (): Promise<void> => until(() => panel.hub.state().app.kind === 'ready', 'ready')

/** What is kept of version a: its lines, and where something is missing or a new container begins. */
function kept(): readonly string[] {
  const folder = join(home, 'messages', 'a')
  const text = readdirSync(folder)
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'))
  return text
    .join('')
    .split('\n')
    .flatMap((line) => {
      const one = readKept(line)
      if (one === null || (one.kind === 'mark' && (one.mark === 'same' || one.mark === 'end'))) return []
      return one.kind === 'mark' ? one.mark : one.text
    })
}

/** A container's whole log, in the order in which Docker has it. */
async function logOf(id: string): Promise<readonly string[]> {
  const raw = await panel.link()?.docker.getContainer(id).logs({ stdout: true, stderr: true, timestamps: true, follow: false })
  return unframer('frames')
    .add(raw?.toString('latin1') ?? '')
    .map((entry) => entry.text)
}

const numbers = (lines: readonly string[]): readonly number[] => lines.filter((line) => line.startsWith('INFO line')).map((line) => Number(line.slice(10)))
const idOf = async (): Promise<string> => (await compose('ps', '--all', '--quiet', 'app-a')).stdout

/** Each container's lines are all numbers from 1 on, none of them twice; its two outputs may be a little out of order. */
function expectWhole(lines: readonly string[]): void {
  const containers = lines.join('\n').split(/^new$/m)
  for (const own of containers) {
    const found = numbers(own.split('\n'))
    expect(found.toSorted((x, y) => x - y)).toEqual(found.map((_, n) => n + 1))
  }
}

describe('with the shared engine', () => {
  afterEach(() => compose('down', '--volumes', '--remove-orphans'))

  test('messages are whole although the panel is closed and opened again and again', async () => {
    open()
    await compose('up', '-d', 'app-a')
    await ready()
    await talk()
    for (let n = 0; n < 6; n++) {
      await wait(150 * n)
      closing.abort()
      // A panel that is killed leaves less behind than one that ends: what it has in memory is gone in both cases.
      await wait(200)
      open()
    }
    const id = await idOf()
    await compose('stop', '--timeout', '1', 'app-a')
    const whole = await logOf(id)
    await until(() => kept().length > whole.length, 'the last line')
    expect(numbers(kept())).toEqual(numbers(whole))
    expectWhole(kept())
    expect(kept()[0]).toBe('new')
  })

  test('messages go on over restarts of the container, its death and its replacement, down to the last line of each', async () => {
    open()
    await compose('up', '-d', 'app-a')
    await ready()
    const id = await idOf()
    await talk()
    await wait(300)
    await execa('docker', ['restart', '--time', '0', id])
    await ready()
    await talk()
    await wait(300)
    await execa('docker', ['kill', id])
    await until(() => panel.hub.state().app.kind === 'stopped', 'stopped')
    const first = numbers(await logOf(id))
    await until(() => numbers(kept()).length === first.length, 'the lines of the first container')
    expect(numbers(kept())).toEqual(first)
    await compose('up', '-d', '--force-recreate', 'app-a')
    await ready()
    await talk()
    await wait(300)
    const second = await idOf()
    expect(second).not.toBe(id)
    await compose('stop', '--timeout', '1', 'app-a')
    const all = [...first, ...numbers(await logOf(second))]
    await until(() => numbers(kept()).length === all.length, 'the lines of the second container')
    expect(numbers(kept())).toEqual(all)
    expect(kept().filter((line) => line === 'gap')).toEqual([])
    expect(kept().filter((line) => line === 'new')).toHaveLength(2)
    const again = kept().flatMap((line, n) => (line === 'run' ? [numbers(kept().slice(n))[0]] : []))
    expect(again).toEqual([1])
  })

  test('a running container that is removed leaves its last lines, and what nobody watched is told as missing', async () => {
    open()
    await compose('up', '-d', 'app-a')
    await ready()
    await talk()
    await until(() => kept().length > 20, 'some lines')
    await execa('docker', ['rm', '--force', await idOf()])
    await until(() => panel.hub.state().app.kind === 'stopped', 'stopped')
    expectWhole(kept())
    await compose('up', '-d', 'app-a')
    await ready()
    await until(() => kept().at(-1) === 'new', 'the second container')
    expect(kept()).not.toContain('gap')
    await talk()
    await until(() => kept().at(-1) !== 'new', 'lines of the second container')
    closing.abort()
    await compose('rm', '--stop', '--force', 'app-a')
    await compose('up', '-d', 'app-a')
    open()
    await until(() => kept().at(-1) === 'new', 'the third container')
    expect(kept().at(-2)).toBe('gap')
    expectWhole(kept())
  })

  test('a line of 10 MB and binary bytes are kept to the last byte', async () => {
    open()
    await compose('up', '-d', 'app-a')
    await ready()
    await fetch(`http://127.0.0.1:${PORT}/fault/long/10000000`)
    // The line after it goes to the other output, and may come in between.
    const pieces = (): string =>
      kept()
        .filter((line) => line !== 'new' && line !== 'INFO line 1')
        .join('')
    await until(() => kept().includes('INFO line 1') && pieces().length >= 10_000_004, 'all of it')
    const long = pieces()
    expect(long.length).toBe(10_000_004)
    expect(long.endsWith('\u0000\u0001\ufffd\u001b')).toBe(true)
  })
})

describe.runIf(process.platform === 'linux' && process.getuid?.() === 0)('with an engine of its own', () => {
  test('messages are whole although the engine is stopped, killed and started again', async () => {
    const shared = process.env['DOCKER_HOST']
    const engine: SecondEngine = await startSecondEngine({ images: [`${NAME}:a`], port: PORT })
    try {
      process.env['DOCKER_HOST'] = engine.host
      open()
      await compose('up', '-d', 'app-a')
      await ready()
      const id = await idOf()
      for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
        await talk()
        await wait(500)
        const pid = Number(readFileSync(join(dirname(new URL(engine.host).pathname), 'pid'), 'utf8'))
        engine.signal(signal)
        await until(() => panel.hub.state().engine.kind === 'lost', 'the loss')
        await until(() => !isAlive(pid), 'the end of the engine')
        await engine.start()
        await until(() => panel.hub.state().engine.kind === 'running', 'the return')
        await execa('docker', ['start', id])
        await ready()
      }
      const whole = numbers(await logOf(id))
      await until(() => numbers(kept()).length >= whole.length, 'the last line')
      expect(whole.length).toBeGreaterThan(100)
      expect(numbers(kept())).toEqual(whole)
      expect(kept().filter((line) => line === 'gap' || line === 'new')).toEqual(['new'])
    } finally {
      closing.abort()
      await engine.stop()
      if (shared === undefined) delete process.env['DOCKER_HOST']
      else process.env['DOCKER_HOST'] = shared
    }
  })
})

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
