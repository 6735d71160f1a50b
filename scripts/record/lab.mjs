import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { startOwnEngine } from './own-engine.mjs'
import { startServers } from './servers.mjs'
import { tidy } from './tidy.mjs'

const BUILD_ONE = 'services:\n  app:\n    image: fcrec-app\n    build:\n      context: .\n      network: host\n'
const DEADLINE = 180_000
const ARM64 = 183
const PROGRESS = process.env.RECORD_PROGRESS ?? 'json'

/** The place where failures are made: the shared engine, one of its own on demand, and servers that misbehave. */
export async function openLab() {
  const folder = mkdtempSync(join(tmpdir(), 'fcrec-'))
  const servers = await startServers(folder)
  prepareImages(servers)
  let own
  const version = docker(['version', '--format', '{{.Server.Version}}']).trim()
  const store = docker(['info', '--format', '{{.DockerRootDir}}']).trim()

  async function record(failure) {
    const project = join(folder, failure.name)
    mkdirSync(project)
    const at = { project, servers, engine: undefined, env: { ...process.env } }
    if (failure.engine) {
      own = await startOwnEngine(join(folder, 'own'), failure.engine)
      at.engine = own
      at.env.DOCKER_HOST = own.host
    }
    try {
      const files = { 'compose.yaml': BUILD_ONE, ...failure.files?.(at) }
      for (const [name, content] of Object.entries(files)) writeFile(join(project, name), content)
      await failure.before?.(at)
      Object.assign(at.env, failure.env?.(at))
      const args = failure.args?.(at) ?? composeArgs(failure, ['build'])
      const said = await run(failure, { at, args })
      if (failure.name !== 'engine-silent' && said.code === 0) throw new Error(`it did not fail:\n${said.stderr || said.stdout}`)
      return tidy({ failure, said: { ...said, files }, args, version, machine: { folder, project, store, address: servers.address } })
    } finally {
      await failure.after?.(at)
      cleanUp(failure, at)
      await own?.stop()
      own = undefined
    }
  }

  async function close() {
    await own?.stop()
    await servers.close()
    for (const image of ['fcrec-app', 'fcrec-tools', 'fcrec-arm']) if (docker(['images', '-q', image])) docker(['image', 'rm', image])
    rmSync(folder, { recursive: true, force: true })
  }

  return { record, close }
}

/** A Compose verb in a project whose name is the failure's. */
export function composeArgs({ name }, verb, profiles = []) {
  return ['compose', '--progress', PROGRESS, '-p', `fcrec-${name}`, ...profiles.flatMap((p) => ['--profile', p]), ...verb]
}

/** Runs docker to its end on the shared engine and gives what it printed. */
export function docker(args, options = {}) {
  return execFileSync('docker', args, { encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'], maxBuffer: 1 << 30, ...options })
}

// A base with the programs that download, and one whose only program is for another kind of processor.
function prepareImages({ folder }) {
  const base = 'FROM debian:trixie-slim\nRUN apt-get update && apt-get install -y --no-install-recommends ca-certificates curl python3 python3-pip\n'
  docker(['build', '-q', '-t', 'fcrec-tools', '-'], { input: base })
  const program = Buffer.alloc(64)
  program.write('\x7fELF\x02\x01\x01', 'latin1')
  program.writeUInt16LE(2, 16)
  program.writeUInt16LE(ARM64, 18)
  mkdirSync(join(folder, 'arm/bin'), { recursive: true })
  writeFileSync(join(folder, 'arm/bin/sh'), program, { mode: 0o755 })
  execFileSync('tar', ['-C', join(folder, 'arm'), '-cf', join(folder, 'arm.tar'), 'bin'])
  docker(['import', '--platform', 'linux/arm64', join(folder, 'arm.tar'), 'fcrec-arm'])
}

function writeFile(path, content) {
  mkdirSync(dirname(path), { recursive: true })
  if (content === null) rmSync(path, { force: true })
  else writeFileSync(path, content)
}

function run(failure, { at, args }) {
  const command = [...(failure.prefix ?? []), 'docker', ...args]
  return new Promise((resolve) => {
    const child = spawn(command[0], command.slice(1), { cwd: at.project, env: at.env, stdio: ['ignore', 'pipe', 'pipe'] })
    const said = { stdout: '', stderr: '', code: null }
    let acted = false
    const take = (stream) => (text) => {
      said[stream] += text
      if (acted || !failure.when || !failure.when.test(said.stdout + said.stderr)) return
      acted = true
      failure.act(at, child)
    }
    child.stdout.setEncoding('utf8').on('data', take('stdout'))
    child.stderr.setEncoding('utf8').on('data', take('stderr'))
    const timer = setTimeout(() => child.kill('SIGKILL'), failure.deadline ?? DEADLINE)
    child.on('close', (code) => {
      clearTimeout(timer)
      resolve({ ...said, code })
    })
  })
}

function cleanUp({ name }, { engine }) {
  if (engine) return
  const quiet = { encoding: 'utf8', stdio: 'pipe' }
  const filter = ['--filter', `label=com.docker.compose.project=fcrec-${name}`]
  for (const [list, remove] of [
    [
      ['ps', '-aq', ...filter],
      ['rm', '-f'],
    ],
    [
      ['network', 'ls', '-q', ...filter],
      ['network', 'rm'],
    ],
    [
      ['volume', 'ls', '-q', ...filter],
      ['volume', 'rm'],
    ],
  ]) {
    const ids = execFileSync('docker', list, quiet).split('\n').filter(Boolean)
    if (ids.length > 0) execFileSync('docker', [...remove, ...ids], quiet)
  }
}
