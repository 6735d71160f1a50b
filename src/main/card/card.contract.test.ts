import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { execa } from 'execa'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { askForCard, pretendCard, type PretendedCard } from '../../../e2e/card-place'
import type { Outcome } from '../../core/operation/operation'
import type { Variant, VariantStatus } from '../../core/project/project'
import { start } from '../operations/start'
import { openPanel, type Panel } from '../panel'

// The real engine, which knows no NVIDIA cards, on a computer that pretends to have one.
const STACK = join(import.meta.dirname, '../../../e2e/stand-in')
const NAME = `fctest-card-${process.pid}`
const PATH = process.env['PATH']
let folder: string
let card: PretendedCard
let closing: AbortController

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'facecraft-card-'))
  process.env['FACECRAFT_STAND_IN'] = NAME
  process.env['FACECRAFT_PUBLISHED_PORT'] = '18439'
  cpSync(STACK, join(folder, 'project'), { recursive: true })
  askForCard(join(folder, 'project'))
  await compose('build', '--quiet', 'app-a')
})

afterEach(async () => {
  closing.abort()
  process.env['PATH'] = PATH
  await compose('down', '--volumes', '--remove-orphans')
})

afterAll(async () => {
  await execa('docker', ['image', 'rm', '--force', `${NAME}:a`, `${NAME}:b`], { reject: false })
  rmSync(folder, { recursive: true })
})

function compose(...args: readonly string[]) {
  return execa('docker', ['compose', '-p', NAME, '--profile', '*', '-f', join(folder, 'project/docker-compose.yml'), ...args])
}

async function open(): Promise<Panel> {
  const home = mkdtempSync(join(folder, 'home-'))
  process.env['FACECRAFT_PANEL_HOME'] = home
  process.env['PATH'] = card.path
  closing = new AbortController()
  const panel = openPanel({ folder: join(folder, 'project'), file: 'docker-compose.yml', name: NAME }, closing.signal)
  await until(() => panel.hub.state().app.kind !== 'unknown')
  return panel
}

async function until(met: () => boolean): Promise<void> {
  for (const end = Date.now() + 30_000; !met(); await wait(20)) if (Date.now() > end) throw new Error('not met within 30 s')
}

const status = (panel: Panel): VariantStatus | undefined => panel.hub.state().variants.find(({ id }) => id === 'b')

async function startIt(panel: Panel): Promise<Outcome> {
  const { project } = panel.hub.state()
  const variant = (project.kind === 'usable' ? project.project.variants.find(({ id }) => id === 'b') : undefined) as Variant
  const accepted = panel.operations.begin({ kind: 'start', variant: 'b', recipe: (tools, signal) => start(tools, variant, signal) })
  if (accepted.kind === 'refused') throw new Error(accepted.problem.title)
  return panel.operations.ended(accepted.id)
}

async function tried(): Promise<string> {
  return (await execa('docker', ['ps', '--all', '--quiet', '--filter', 'label=facecraft.panel.purpose=card', '--filter', `ancestor=${NAME}:a`])).stdout
}

test('a card without NVIDIA’s add-on is named with its memory and its reason, and a start says the same instead of Docker’s words', async () => {
  card = pretendCard(mkdtempSync(join(folder, 'bin-')))
  const panel = await open()
  expect(status(panel)).toMatchObject({ hardware: 'NVIDIA GeForce RTX 3060, 12 GB', blocked: 'NVIDIA’s add-on for Docker is missing' })
  expect(await startIt(panel)).toMatchObject({
    kind: 'failed',
    problem: { failure: { kind: 'no-graphics-card', variant: 'b' }, why: 'NVIDIA’s add-on for Docker is missing.' },
  })
})

test('where all else says yes a test package has the last word, made of what is there, and leaves nothing behind', async () => {
  card = pretendCard(mkdtempSync(join(folder, 'bin-')))
  card.addOn('there')
  const panel = await open()
  await until(() => status(panel)?.blocked === 'Docker does not know NVIDIA’s add-on yet')
  expect(status(panel)?.card?.looked.find(({ what }) => what === 'Test package')?.found).toBe('Docker refused')
  expect(await tried()).toBe('')
})

test('a look again reads everything anew and tells what changed', async () => {
  card = pretendCard(mkdtempSync(join(folder, 'bin-')))
  const panel = await open()
  card.addOn('there')
  expect(await panel.versions.checkCard('b')).toMatchObject({ verdict: { kind: 'blocked', fault: { kind: 'not-set-up' } } })
  card.driver('gone')
  expect(await panel.versions.checkCard('b')).toMatchObject({ verdict: { kind: 'blocked', fault: { kind: 'no-card' } } })
  expect(status(panel)?.blocked).toBe('No NVIDIA card found')
  expect(await panel.versions.checkCard('a')).toBeNull()
})

test('a start that Docker refuses teaches the card why, in words and never in Docker’s own', async () => {
  card = pretendCard(mkdtempSync(join(folder, 'bin-')))
  card.addOn('there')
  // Nothing is built, so that no test package could be tried before.
  await execa('docker', ['image', 'rm', '--force', `${NAME}:a`])
  const panel = await open()
  expect(status(panel)?.blocked).toBeNull()
  const outcome = await startIt(panel)
  expect(outcome).toMatchObject({ kind: 'failed', problem: { failure: { kind: 'no-graphics-card' } } })
  const { problem } = outcome as Extract<Outcome, { kind: 'failed' }>
  expect(`${problem.title} ${problem.why}`).not.toContain('device driver')
  await until(() => status(panel)?.blocked === 'Docker does not know NVIDIA’s add-on yet')
})
