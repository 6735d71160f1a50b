import { expect } from 'vitest'
import { execa } from 'execa'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { SteadyClient } from '../../../bench/lib/steady-client.mjs'
import type { Outcome } from '../../core/operation/operation'
import type { Variant } from '../../core/project/project'
import { start } from '../operations/start'
import { switchTo } from '../operations/switch'
import type { Recipe } from '../operations/tools'
import { openPanel, type Panel } from '../panel'

/** The stand-in on the real engine, with the setting on: its versions run behind a forwarder. */
export interface WarmGround {
  readonly folder: string
  readonly url: string
  readonly panel: () => Panel
  readonly compose: (...args: readonly string[]) => Promise<void>
  /** The services of the project that have a container, or one in this state. */
  readonly services: (status?: string) => Promise<readonly string[]>
  readonly open: () => Promise<void>
  readonly close: () => void
  readonly clear: () => Promise<void>
  readonly until: (met: () => boolean | Promise<boolean>, seconds?: number) => Promise<void>
  readonly variant: (id: string) => Variant
  readonly begin: (kind: 'start' | 'stop' | 'switch', id: string, recipe: Recipe) => string
  readonly beginSwitch: (id: string) => string
  readonly startIt: (id: string) => Promise<Outcome>
  readonly switchIt: (id: string) => Promise<Outcome>
}

/** Makes the ground under this name, with its address at this port. */
export function makeWarmGround(name: string, port: number): WarmGround {
  const folder = mkdtempSync(join(tmpdir(), 'facecraft-warm-'))
  Object.assign(process.env, { FACECRAFT_PANEL_HOME: join(folder, 'home'), FACECRAFT_STAND_IN: name, FACECRAFT_PUBLISHED_PORT: String(port) })
  cpSync(join(import.meta.dirname, '../../../e2e/stand-in'), join(folder, 'project'), { recursive: true })
  let panel: Panel
  let closing = new AbortController()

  const compose = async (...args: readonly string[]): Promise<void> => {
    await execa('docker', ['compose', '-p', name, '--profile', '*', '-f', join(folder, 'project/docker-compose.yml'), ...args])
  }
  const services = async (status?: string): Promise<readonly string[]> => {
    const filters = ['--filter', `label=com.docker.compose.project=${name}`, ...(status ? ['--filter', `status=${status}`] : [])]
    const { stdout } = await execa('docker', ['ps', '--all', ...filters, '--format', '{{.Label "com.docker.compose.service"}}'])
    return stdout.split('\n').filter(Boolean).sort()
  }
  const until: WarmGround['until'] = async (met, seconds = 30) => {
    for (const end = Date.now() + seconds * 1000; !(await met()); await wait(20)) {
      if (Date.now() > end) throw new Error(`not met within ${seconds} s; state: ${JSON.stringify({ ...panel.hub.state(), hour: [], day: [] })}`)
    }
  }
  const variant = (id: string): Variant => {
    const { project } = panel.hub.state()
    const found = project.kind === 'usable' ? project.project.variants.find((v) => v.id === id) : undefined
    if (!found) throw new Error(`no version ${id}`)
    return found
  }
  const begin: WarmGround['begin'] = (kind, id, recipe) => {
    const accepted = panel.operations.begin({ kind, variant: id, recipe })
    if (accepted.kind === 'refused') throw new Error(accepted.problem.title)
    return accepted.id
  }
  const beginSwitch = (id: string): string => begin('switch', id, (t, s) => switchTo(t, variant(id), s))
  return {
    folder,
    url: `http://127.0.0.1:${port}/ready`,
    panel: () => panel,
    compose,
    services,
    async open() {
      closing = new AbortController()
      panel = openPanel({ folder: join(folder, 'project'), file: 'docker-compose.yml', name }, closing.signal)
      await until(() => panel.hub.state().app.kind !== 'unknown')
      panel.settings.change({ withoutPause: true })
    },
    close: () => closing.abort(),
    async clear() {
      await execa('docker', ['image', 'rm', '--force', `${name}:a`, `${name}:b`], { reject: false })
      rmSync(folder, { recursive: true })
    },
    until,
    variant,
    begin,
    beginSwitch,
    startIt: (id) => panel.operations.ended(begin('start', id, (t, s) => start(t, variant(id), s))),
    switchIt: (id) => panel.operations.ended(beginSwitch(id)),
  }
}

/** Ends the questions of a client; every one must have been answered. */
export function expectNoFailure(client: SteadyClient): void {
  const { failed, answered } = client.stop()
  expect(failed).toEqual([])
  expect(answered).toBeGreaterThan(50)
}
