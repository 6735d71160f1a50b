import { execa } from 'execa'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
  writeFileSync(join(folder, 'empty.yml'), 'services: {}\n')
  // By name alone, since a story may have broken the file.
  await docker('compose', '-p', name, '-f', join(folder, 'empty.yml'), 'down', '--volumes', '--remove-orphans', '--timeout', '2')
  const images = await docker('image', 'ls', '--quiet', name)
  if (images !== '') await docker('image', 'rm', '--force', ...new Set(images.split('\n')))
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
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
