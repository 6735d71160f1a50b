import { execa } from 'execa'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { CheckId, CheckResult } from '../../../core/check/check'
import type { Outcome } from '../../../core/operation/operation'
import type { Variant } from '../../../core/project/project'
import type { Recipe } from '../../operations/tools'
import { verify } from '../../operations/verify'
import { openPanel, type Panel } from '../../panel'

/** A panel on a copy of a project that keeps every promise, on the real engine, for planting mistakes in. */
export interface Planting {
  readonly name: string
  readonly panel: Panel
  /** Changes the project's file; it is whole again after the test. */
  plant(change: (text: string) => string): void
  variant(id: string): Variant
  run(recipe: Recipe): { readonly id: string; readonly ended: Promise<Outcome> }
  /** Runs one check and gives what it found. */
  check(id: CheckId, on?: string): Promise<CheckResult>
  /** Names of containers, folders and networks that checks have not removed. */
  leftBehind(): Promise<readonly string[]>
  heal(): Promise<void>
  close(): Promise<void>
}

const FILE = 'docker-compose.yml'

/** Opens it; the file is read while it is whole, as it is for a person whose file breaks later. */
export async function openPlanting(): Promise<Planting> {
  const name = `fctest-planted-${process.pid}`
  const folder = mkdtempSync(join(tmpdir(), 'facecraft-planted-'))
  const project = join(folder, 'project')
  Object.assign(process.env, { FACECRAFT_PANEL_HOME: join(folder, 'home'), FACECRAFT_PLANTED: name, FACECRAFT_PUBLISHED_PORT: '18601' })
  cpSync(join(import.meta.dirname, 'project'), project, { recursive: true })
  mkdirSync(join(project, 'docker/service/tests/photos'), { recursive: true })
  writeFileSync(join(project, 'docker/service/tests/photos/astronaut.jpg'), 'a photo')
  const whole = readFileSync(join(project, FILE), 'utf8')
  const closing = new AbortController()
  const panel = openPanel({ folder: project, file: FILE, name }, closing.signal)
  for (const end = Date.now() + 30_000; panel.hub.state().app.kind === 'unknown' && Date.now() < end;) await wait(20)

  const variant = (id: string): Variant => {
    const { project: read } = panel.hub.state()
    const found = read.kind === 'usable' ? read.project.variants.find((v) => v.id === id) : undefined
    if (!found) throw new Error(`no version ${id}: ${JSON.stringify(read)}`)
    return found
  }
  const run = (recipe: Recipe): ReturnType<Planting['run']> => {
    const accepted = panel.operations.begin({ kind: 'verify', variant: 'cpu', recipe })
    if (accepted.kind === 'refused') throw new Error(accepted.problem.title)
    return { id: accepted.id, ended: panel.operations.ended(accepted.id) }
  }
  return {
    name,
    panel,
    variant,
    run,
    plant: (change) => writeFileSync(join(project, FILE), change(whole)),
    async check(id, on = 'cpu') {
      await run((tools, signal) => verify(tools, { variant: variant(on), only: [id] }, signal)).ended
      const result = panel.hub.state().checks.find((c) => c.check === id && c.variant === on)
      if (!result) throw new Error(`${id} told nothing`)
      return result
    },
    leftBehind: async () => (await Promise.all(LISTS.map(named))).flat().filter((one) => one.startsWith('facecraft-check-')),
    async heal() {
      writeFileSync(join(project, FILE), whole)
      await execa('docker', ['compose', '-p', name, '--profile', '*', '-f', join(project, FILE), 'down', '--volumes'], { reject: false })
    },
    async close() {
      closing.abort()
      await execa('docker', ['image', 'rm', '--force', `${name}:cpu`, `${name}:gpu`], { reject: false })
      rmSync(folder, { recursive: true })
    },
  }
}

const LISTS = [
  ['ps', '--all', '--format', '{{.Names}}'],
  ['volume', 'ls', '--format', '{{.Name}}'],
  ['network', 'ls', '--format', '{{.Name}}'],
]

// Of this process only: others may be checking on the same engine.
async function named(args: readonly string[]): Promise<readonly string[]> {
  const { stdout } = await execa('docker', [...args])
  return stdout.split('\n').filter((line) => line.includes(`-${process.pid}-`))
}
