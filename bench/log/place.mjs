import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '../..')
const PORT = 18_790
let made = 0

/** A corner of its own for one measurement: user folder, project with the stand-in, project name and port. */
export function makePlace() {
  const folder = mkdtempSync(join(tmpdir(), 'fcbench-log-'))
  const name = `fcbench-${process.pid}-${(made += 1)}`
  const home = join(folder, 'home')
  const project = join(folder, 'project')
  cpSync(join(root, 'e2e/stand-in'), project, { recursive: true })
  mkdirSync(home)
  writeFileSync(join(home, 'settings.json'), JSON.stringify({ openWhenReady: false }))
  const env = {
    FACECRAFT_PANEL_HOME: home,
    FACECRAFT_PANEL_PROJECT: project,
    FACECRAFT_PANEL_PROJECT_NAME: name,
    FACECRAFT_PUBLISHED_PORT: String(PORT + made),
    FACECRAFT_STAND_IN: name,
  }
  return { folder, name, home, project, env, clear: () => rmSync(folder, { recursive: true, force: true }) }
}

/** A place where `docker` and its Compose are the stand-in that talks so many lines, at full speed or within so many seconds. */
export function makeTalkingPlace(lines, seconds = 0) {
  const place = makePlace()
  const bin = join(place.folder, 'bin')
  const plugins = join(place.folder, 'settings/cli-plugins')
  for (const folder of [bin, plugins]) mkdirSync(folder, { recursive: true })
  // The panel gives its commands few variables, so the wishes stand in the command itself. What is no build goes to the real
  // one, without Node in between: it does not fit into the memory that reading a project gets.
  const talk = `case " $* " in *" json "*"build "*) exec "${process.execPath}" "${join(import.meta.dirname, 'stand-in-docker.mjs')}" ${lines} ${seconds} ;; esac`
  const real = `PATH="${process.env.PATH}" DOCKER_CONFIG="${process.env.DOCKER_CONFIG ?? ''}" exec docker`
  const standIn = (path, words) => writeFileSync(path, `#!/bin/sh\n${talk}\n${real} ${words}\n`, { mode: 0o755 })
  standIn(join(bin, 'docker'), '"$@"')
  standIn(join(plugins, 'docker-compose'), 'compose "$@"')
  const env = { ...place.env, PATH: `${bin}:${process.env.PATH}`, DOCKER_CONFIG: join(place.folder, 'settings') }
  return { ...place, env }
}

/** The folder of the newest build in a place with what is written down of it; undefined where there is none yet. */
export function newestBuild({ home }) {
  const id = readdirSync(join(home, 'builds')).sort().at(-1)
  const folder = join(home, 'builds', id ?? '')
  if (!existsSync(join(folder, 'build.json'))) return undefined
  return { id, folder, records: join(folder, 'records.jsonl'), ...JSON.parse(readFileSync(join(folder, 'build.json'), 'utf8')) }
}

/** Puts an ended build into a place, as the panel would find it after a restart; `write` makes its records. */
export function addEndedBuild({ home }, write) {
  const id = '2026-01-01T00-00-00-000Z-bbbbbb'
  const folder = join(home, 'builds', id)
  mkdirSync(folder, { recursive: true })
  write(join(folder, 'records.jsonl'))
  writeFileSync(join(folder, 'errors.log'), '')
  const build = {
    id,
    variant: 'a',
    startedAt: Date.parse('2026-01-01T00:00:00Z'),
    endedAt: Date.parse('2026-01-01T00:10:00Z'),
    outcome: { kind: 'succeeded' },
    pid: 1,
    started: null,
  }
  writeFileSync(join(folder, 'build.json'), JSON.stringify(build))
  return { id, folder, bytes: statSync(join(folder, 'records.jsonl')).size }
}
