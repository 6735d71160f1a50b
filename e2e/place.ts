import { execa } from 'execa'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lockName } from '../src/core/operation/lock'
import { docker } from './engine'

/** Which project a story works on: the one that comes with the panel, or a small and quick one that behaves like it. */
export type ProjectKind = 'bundled' | 'stand-in'

/** A story's own corner: user folder, project folder, project name and port, so that it meets nobody. */
export interface Place {
  readonly folder: string
  readonly home: string
  readonly project: string
  readonly name: string
  readonly port: number
  /** What the panel is started with. */
  readonly env: Readonly<Record<string, string>>
  /** Runs `docker compose` on the project, with all profiles switched on. */
  compose(...args: readonly string[]): Promise<void>
}

const root = join(import.meta.dirname, '..')
const PORTS = { first: 18_500, last: 18_600 }
const PATIENCE_MS = 180_000
let made = 0

/** Makes a place of its own for one story. */
export async function makePlace(kind: ProjectKind): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'fctest-'))
  const name = `fctest-${process.pid}-${++made}`
  const port = await freePort(PORTS.first)
  const project = kind === 'bundled' ? root : join(folder, 'project')
  if (kind === 'stand-in') cpSync(join(root, 'e2e/stand-in'), project, { recursive: true })
  const env = {
    FACECRAFT_PANEL_HOME: join(folder, 'home'),
    FACECRAFT_PANEL_PROJECT: project,
    FACECRAFT_PANEL_PROJECT_NAME: name,
    FACECRAFT_PUBLISHED_PORT: String(port),
    FACECRAFT_STAND_IN: name,
  }
  mkdirSync(env.FACECRAFT_PANEL_HOME)
  // No story opens the browser of the system.
  writeFileSync(join(env.FACECRAFT_PANEL_HOME, 'settings.json'), JSON.stringify({ openWhenReady: false }))
  const compose = async (...args: readonly string[]): Promise<void> => {
    const file = join(project, 'docker-compose.yml')
    await execa('docker', ['compose', '-p', name, '--profile', '*', '-f', file, ...args], { env, timeout: PATIENCE_MS })
  }
  return { folder, home: env.FACECRAFT_PANEL_HOME, project, name, port, env, compose }
}

/** Takes everything away that a story left on the engine and on disk. */
export async function clearPlace(place: Place): Promise<void> {
  const { name, folder } = place
  const ours = ['--quiet', '--filter', `label=com.docker.compose.project=${name}`]
  endBuilds(place)
  // By their labels, since a story may have broken the project's file.
  await removeAll(['container', 'rm', '--force', '--volumes'], await docker('ps', '--all', ...ours))
  await removeAll(['network', 'rm'], await docker('network', 'ls', ...ours))
  await removeAll(['volume', 'rm'], await docker('volume', 'ls', ...ours))
  // Of a panel that was killed at work.
  await docker('volume', 'rm', '--force', lockName(name))
  await removeAll(['image', 'rm', '--force'], await docker('image', 'ls', '--quiet', name))
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
}

// A build outlives its panel; one that a failed story left would make its image when all else is gone.
function endBuilds({ home }: Place): void {
  const builds = join(home, 'builds')
  for (const id of existsSync(builds) ? readdirSync(builds) : []) {
    const { outcome, pid } = JSON.parse(readFileSync(join(builds, id, 'build.json'), 'utf8')) as { outcome: unknown; pid: number }
    if (outcome !== null) continue
    try {
      process.kill(-pid)
    } catch {
      // It has ended by itself.
    }
  }
}

async function removeAll(verb: readonly string[], listed: string): Promise<void> {
  const names = new Set(listed.split('\n').filter(Boolean))
  if (names.size > 0) await docker(...verb, ...names)
}

async function freePort(from: number): Promise<number> {
  for (let port = from; port <= PORTS.last; port++) if (await isFree(port)) return port
  throw new Error(`no free port between ${PORTS.first} and ${PORTS.last}`)
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
