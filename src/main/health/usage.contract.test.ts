import { execa } from 'execa'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Usage } from '../../core/health/health'
import type { DeviceKind } from '../../core/project/project'
import { findEngine } from '../engine/connect'
import { createHub } from '../hub'
import { openAt } from '../project/place'
import { openUsage } from './usage'

const STACK = join(import.meta.dirname, '../../../e2e/stand-in')
const NAME = `fctest-usage-${process.pid}`
const KINDS: Readonly<Record<string, DeviceKind>> = { a: 'cpu', b: 'nvidia' }
let folder: string

const compose = (...args: readonly string[]) => execa('docker', ['compose', '-p', NAME, '--profile', '*', '-f', join(STACK, 'docker-compose.yml'), ...args])

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'facecraft-usage-'))
  process.env['FACECRAFT_PANEL_HOME'] = folder
  process.env['FACECRAFT_STAND_IN'] = NAME
  process.env['FACECRAFT_PUBLISHED_PORT'] = '18806'
  await compose('build', '--quiet')
})

afterAll(async () => {
  await compose('down', '--volumes', '--remove-orphans')
  await execa('docker', ['image', 'rm', '--force', `${NAME}:a`, `${NAME}:b`], { reject: false })
  rmSync(folder, { recursive: true })
})

// The lines of a driver that tells the use again and again; no card is here.
function pretendDriver(): void {
  const program = join(folder, 'nvidia-smi')
  writeFileSync(program, "#!/bin/sh\nwhile echo 'NVIDIA GeForce RTX 3060, 560.35.03, 12288, 4710, 68'; do sleep 1; done\n")
  chmodSync(program, 0o755)
  process.env['PATH'] = `${folder}:${process.env['PATH'] ?? ''}`
}

test('who looks on while the app moves to the card sees its use from then on, none once it moved back, and nothing once it stopped', async () => {
  pretendDriver()
  const end = new AbortController()
  const hub = createHub()
  const { project } = await openAt({ folder: STACK, file: 'docker-compose.yml', name: NAME }, { port: null, who: null }, end.signal)
  const found = await findEngine()
  if (project.kind !== 'usable' || found.kind !== 'found') throw new Error('no project or no engine')
  const variants = project.project.variants.map((v) => ({ ...v, kind: KINDS[v.id] ?? v.kind }))
  hub.say({ type: 'project', project: { ...project, project: { ...project.project, variants } } })
  let id: string | null = null
  const run = async (variant: string): Promise<void> => {
    await compose('stop', '--timeout', '1')
    await compose('up', '-d', `app-${variant}`)
    hub.say({ type: 'app', app: { kind: 'loading', variant, since: Date.now(), loaded: null, total: null, reasons: [] } })
    id = (await compose('ps', '--quiet', `app-${variant}`)).stdout
  }
  const meter = openUsage(hub, { link: () => found.link, container: () => id }, end.signal)
  await run('a')
  const told = meter.live(end.signal)
  const next = async (wanted: (usage: Usage | null) => boolean): Promise<Usage | null> => {
    for (;;) {
      const { value } = await told.next()
      if (value !== undefined && wanted(value)) return value
    }
  }
  expect((await next((usage) => usage !== null))?.card).toBeNull()
  await run('b')
  expect((await next((usage) => usage?.card != null))?.card).toEqual({ busy: 68, memoryBytes: 4710 * 2 ** 20, memoryLimitBytes: 12288 * 2 ** 20 })
  await run('a')
  expect((await next((usage) => usage !== null && usage.card === null))?.card).toBeNull()
  await compose('stop', '--timeout', '1')
  id = null
  hub.say({ type: 'app', app: { kind: 'stopped', at: Date.now(), variant: 'a' } })
  expect(await next((usage) => usage === null)).toBeNull()
  end.abort()
  await told.return()
})
