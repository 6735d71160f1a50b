import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './lib/paths.mjs'
import { paced } from './record/paced.mjs'
import { startServers } from './record/servers.mjs'
import { thin } from './record/thin.mjs'

// Builds the version for the processor on the engine that DOCKER_HOST names and keeps BuildKit's records, thinned out:
// twice from nothing, once with everything reused, once after a change of the program; then two small targets at once,
// and a base image that has to be downloaded first. Of a few more from nothing only the pace is kept, for the estimates.
// With names, only these are recorded.
const PACED = 6
const wanted = process.argv.slice(2)
const folder = join(root, 'src/core/build/recordings')
const work = mkdtempSync(join(tmpdir(), 'fcrec-'))
const project = join(work, 'project')
const override = 'services:\n  facecraft-cpu:\n    image: fcrec-cpu\n'

mkdirSync(folder, { recursive: true })
mkdirSync(project)
const committed = execFileSync('git', ['archive', 'HEAD', 'docker', 'docker-compose.yml', '.dockerignore'], { cwd: root, maxBuffer: 1 << 28 })
execFileSync('tar', ['-x', '-C', project], { input: committed })
writeFileSync(join(project, 'override.yaml'), override)
const files = ['-f', 'docker-compose.yml', '-f', 'override.yaml', '--profile', 'cpu']

await record('cpu-cold-1', [...files, 'build', '--no-cache', '--', 'facecraft-cpu'])
await record('cpu-cold-2', [...files, 'build', '--no-cache', '--', 'facecraft-cpu'])
await record('cpu-reused', [...files, 'build', '--', 'facecraft-cpu'])
for (let i = 1; i <= PACED; i += 1) await record(`cpu-pace-${i}`, [...files, 'build', '--no-cache', '--', 'facecraft-cpu'])
appendFileSync(join(project, 'docker/service/facecraft/__init__.py'), '\n# changed\n')
await record('cpu-changed', [...files, 'build', '--', 'facecraft-cpu'])

const stages =
  'FROM debian:trixie-slim AS models\nRUN echo one\nFROM models AS parts\nRUN echo zwölf && seq 200000\nFROM models\nCOPY --from=parts /etc/hostname /parts\n'
writeFileSync(join(project, 'Dockerfile'), stages)
writeFileSync(join(project, '.dockerignore'), '')
writeFileSync(
  join(project, 'two.yaml'),
  'services:\n  one:\n    image: fcrec-one\n    build: .\n  two:\n    image: fcrec-two\n    build: {context: ., target: parts}\n',
)
await record('two-targets', ['-f', 'two.yaml', 'build', '--no-cache'])

const servers = await startServers(work)
writeFileSync(join(project, 'Dockerfile'), `FROM ${servers.registry}/good:1\nCOPY Dockerfile /\n`)
writeFileSync(join(project, 'download.yaml'), 'services:\n  app:\n    image: fcrec-three\n    build: .\n')
await record('base-download', ['-f', 'download.yaml', 'build', '--pull'])
await servers.close()

spawnSync('docker', ['image', 'rm', 'fcrec-cpu', 'fcrec-one', 'fcrec-two', 'fcrec-three'])
rmSync(work, { recursive: true })

async function record(name, args) {
  if (wanted.length > 0 && !wanted.some((one) => name === one || name.startsWith(`${one}-`))) return
  const begun = Date.now()
  const { code, stdout, stderr } = await compose(args)
  if (code !== 0) throw new Error(`${name} failed:\n${stderr.slice(-2000)}`)
  if (name.startsWith('cpu-pace-')) writeFileSync(join(folder, `${name}.jsonl.gz`), paced(stdout))
  else writeFileSync(join(folder, `${name}.jsonl`), thin(stdout))
  console.log(`${name}: ${(Date.now() - begun) / 1000} s`)
}

function compose(args) {
  return new Promise((resolve) => {
    const child = spawn('docker', ['compose', '--progress', 'json', '-p', 'fcrec', ...args], { cwd: project, stdio: ['ignore', 'pipe', 'pipe'] })
    const said = { stdout: '', stderr: '' }
    child.stdout.setEncoding('utf8').on('data', (text) => (said.stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text) => (said.stderr += text))
    child.on('close', (code) => resolve({ code, ...said }))
  })
}
