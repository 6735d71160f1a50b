// Proves what the service's images promise: `node scripts/verify-service.mjs --profile cpu|gpu [--load SECONDS]`.
// Prints one line a check, the evidence of what failed, and "N passed, N failed"; ends with 0, 1, or 2 for bad usage.
// Runs under a project name and a port of its own, so that a running Facecraft is not touched, and leaves nothing behind.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { contains, equal, freePort, program } from './verify/program.mjs'
const ROOT = fileURLToPath(new URL('..', import.meta.url))
const PHOTO = readFileSync(new URL('../docker/service/tests/photos/astronaut.jpg', import.meta.url))
const { values: options } = parseArgs({ options: { profile: { type: 'string', default: 'cpu' }, load: { type: 'string', default: '0' } } })
if (!['cpu', 'gpu'].includes(options.profile) || !(Number(options.load) >= 0)) {
  console.error('Usage: verify-service.mjs --profile cpu|gpu [--load SECONDS]')
  process.exit(2)
}
const PROFILE = options.profile
let IMAGE = `djok/facecraft:${PROFILE}`
const SERVICE = `facecraft-${PROFILE}`
const PROJECT = `facecraft-verify-${process.pid}`
const LONER = `${PROJECT}-alone`
const PORT = await freePort()
const ENVIRONMENT = { ...process.env, FACECRAFT_PUBLISHED_PORT: String(PORT), FACECRAFT_BIND: '127.0.0.1', FACECRAFT_REVISION: 'verified' }
const HARD = ['--network', 'none', '--read-only', '--tmpfs', '/tmp', '--cap-drop', 'ALL', '--security-opt', 'no-new-privileges']
const results = { passed: 0, failed: 0 }
const EVERY_IMAGE = [
  [
    'The image builds',
    async () => {
      await compose(['--profile', PROFILE, 'build', SERVICE])
      // From here on by its digest, so that nobody's next build can slip in between.
      IMAGE = (await docker(['image', 'inspect', '-f', '{{.Id}}', IMAGE])).out.trim()
    },
  ],
  ['Works without the internet, on one real photo', worksAlone],
  ['Does not run as administrator', async () => equal(await inImage(['sh', '-c', 'whoami; id -u']), 'appuser\n1000')],
  ['Says what it is', labels],
  ['Holds no tool that only builders and intruders need', noTools],
  ['Its code belongs to root and no file gives away rights', ownership],
]
const CPU = [
  ...EVERY_IMAGE,
  ['Carries no graphics card code', async () => equal(await torchCuda(), 'None')],
  ['The compose file is valid with no, either and both profiles', profiles],
  ['Answers, loads its models and makes a portrait at its address', answers],
  ['Photos are written as appuser and survive down and up', survives],
  ['The running container is locked down as the compose file says', lockedDown],
  ...(Number(options.load) > 0 ? [[`Holds ${options.load} s of four clients at once`, holdsLoad]] : []),
]
const GPU = [
  ...EVERY_IMAGE,
  ['Carries CUDA 12.8', async () => equal(await torchCuda(), '12.8')],
  ['Stops with one sentence when a missing card is demanded', demandsCard],
]

async function run(claim, check) {
  const begin = performance.now()
  try {
    const said = await check()
    results.passed += 1
    console.log(`passed  ${claim} (${seconds(begin)} s)${typeof said === 'string' ? `: ${said}` : ''}`)
  } catch (error) {
    results.failed += 1
    console.log(`FAILED  ${claim} (${seconds(begin)} s)\n        ${String(error.message).replaceAll('\n', '\n        ')}`)
  }
}

async function worksAlone() {
  const folders = ['--tmpfs', '/app/uploads:uid=1000,mode=750', '--tmpfs', '/app/processed:uid=1000,mode=750']
  await docker(['run', '-d', '--name', LONER, ...HARD, ...folders, IMAGE])
  await until(async () => (await exec(LONER, ['python', '-m', 'facecraft.probe', 'ready'], { fails: true })).code === 0)
  const client = [
    'import sys, urllib.request as web',
    'photo = sys.stdin.buffer.read()',
    'body = b\'--b\\r\\nContent-Disposition: form-data; name="file"; filename="p.jpg"\\r\\n\\r\\n\' + photo + b\'\\r\\n--b--\\r\\n\'',
    "asked = web.Request('http://127.0.0.1:8000/api/v1/process/quick', body, {'Content-Type': 'multipart/form-data; boundary=b'})",
    'sys.stdout.buffer.write(web.urlopen(asked).read())',
  ].join('\n')
  passportPicture((await docker(['exec', '-i', LONER, 'python', '-c', client], { input: PHOTO })).raw)
  const status = JSON.parse(await execText(LONER, ['python', '-m', 'facecraft.probe', 'status']))
  equal(status.device.used, 'cpu')
  const outside = "import socket; socket.create_connection(('1.1.1.1', 53), 2)"
  if ((await exec(LONER, ['python', '-c', outside], { fails: true })).code === 0) throw new Error('It reached the internet.')
  return `asked ${status.device.requested}, used ${status.device.used}, ${status.photos.seconds_per_photo} s`
}

async function demandsCard() {
  const end = await docker(['run', '--rm', '--network', 'none', '-e', 'FACECRAFT_DEVICE=cuda', IMAGE], { fails: true })
  equal(`${end.code}, ${end.err.trim().split('\n').length} line`, '3, 1 line')
  contains(end.err, 'demands a graphics card')
}

async function labels() {
  const found = JSON.parse((await docker(['image', 'inspect', '-f', '{{json .Config.Labels}}', IMAGE])).out)
  for (const name of ['title', 'description', 'version', 'revision', 'created', 'source', 'licenses', 'vendor']) {
    if (!found[`org.opencontainers.image.${name}`]) throw new Error(`The label ${name} is missing.`)
  }
  equal(found['org.opencontainers.image.revision'], ENVIRONMENT.FACECRAFT_REVISION)
  return `${(Number((await docker(['image', 'inspect', '-f', '{{.Size}}', IMAGE])).out) / 1e9).toFixed(2)} GB`
}

async function noTools() {
  equal(await inImage(['sh', '-c', 'for tool in pip pip3 curl wget gcc cc make; do command -v $tool; done; true']), '')
}

async function ownership() {
  const rights =
    'find / -xdev -perm /6000 -type f 2>/dev/null; find /app/src /app/lib /app/models ! -user root; find /app/src /app/lib /app/models -perm /022 ! -type l'
  equal(await inImage(['sh', '-c', rights]), '')
}

async function profiles() {
  const services = async (...names) =>
    (await compose([...names.flatMap((name) => ['--profile', name]), 'config', '--services'])).out.trim().split('\n').sort().join(' ')
  for (const names of [[], ['cpu'], ['gpu'], ['cpu', 'gpu']]) {
    await compose([...names.flatMap((name) => ['--profile', name]), 'config', '--quiet'])
    equal(await services(...names), names.map((name) => `facecraft-${name}`).join(' '))
  }
}

async function answers() {
  await compose(['--profile', PROFILE, 'up', '-d', SERVICE])
  await until(async () => (await ask('/ready')).status === 200)
  equal(JSON.stringify(await (await ask('/health')).json()), '{"status":"healthy"}')
  const answer = await makePortrait()
  passportPicture(Buffer.from(await answer.arrayBuffer()))
  results.job = answer.headers.get('x-facecraft-job')
}

async function survives() {
  equal(await execText(await container(), ['sh', '-c', 'stat -c %U /app/processed/*/1.png | sort -u']), 'appuser')
  equal(await execText(await container(), ['ls', '-A', '/app/uploads']), '')
  await compose(['--profile', PROFILE, 'down', '--timeout', '10'])
  await compose(['--profile', PROFILE, 'up', '-d', SERVICE])
  await until(async () => (await ask('/ready')).status === 200)
  const kept = await ask(`/api/v1/download/${results.job}/1.png`)
  passportPicture(Buffer.from(await kept.arrayBuffer()))
}

async function lockedDown() {
  const id = await container()
  const { HostConfig: host, Mounts: mounts } = JSON.parse((await docker(['inspect', '-f', '{{json .}}', id])).out)
  equal(host.ReadonlyRootfs, true)
  equal(`${host.CapDrop} ${host.SecurityOpt}`, 'ALL no-new-privileges:true')
  equal(host.RestartPolicy.Name, 'unless-stopped')
  equal(host.LogConfig.Config['max-size'], '10m')
  equal(host.PidsLimit, 512)
  if (!(host.Memory > 0)) throw new Error('There is no memory limit.')
  equal(
    mounts
      .map((mount) => mount.Destination)
      .sort()
      .join(' '),
    '/app/processed /app/uploads',
  )
  equal(host.PortBindings['8000/tcp'][0].HostIp, '127.0.0.1')
  const status = await execText(id, ['cat', '/proc/1/status'])
  for (const line of ['CapEff:\t0000000000000000', 'NoNewPrivs:\t1']) contains(status, line)
  if ((await exec(id, ['sh', '-c', 'touch /app/x'], { fails: true })).code === 0) throw new Error('The root file system can be written.')
}

async function holdsLoad() {
  const id = await container()
  const memory = async () => (await (await ask('/status')).json()).device.memory_used_bytes / 2 ** 20
  const half = Number(options.load) / 2
  await clients(20)
  const before = await memory()
  // The plain pipeline and the service take turns, so that other work on the machine weighs on both alike.
  const rounds = { plain: 0, times: [], errors: 0 }
  for (let round = 0; round < 2; round += 1) {
    const plain = ['exec', '-i', id, 'python', '-m', 'facecraft.evaluate.speed', String(half), '2']
    rounds.plain += Number((await docker(plain, { input: PHOTO })).out)
    const { times, errors } = await clients(half)
    Object.assign(rounds, { times: [...rounds.times, ...times], errors: rounds.errors + errors })
  }
  const after = await memory()
  const times = rounds.times.sort((a, b) => a - b)
  const at = (share) => times[Math.floor(times.length * share)].toFixed(2),
    ratio = times.length / rounds.plain
  const said = `${((times.length / half / 2) * 60).toFixed(0)} photos a minute, ${ratio.toFixed(2)} of the plain pipeline, p50 ${at(0.5)} s, p95 ${at(0.95)} s, memory ${before.toFixed(0)} to ${after.toFixed(0)} MB, ${rounds.errors} errors`
  if (rounds.errors || ratio < 0.95 || after > before * 1.1 + 10) throw new Error(said)
  return said
}

async function clients(duration) {
  const end = performance.now() + duration * 1000,
    times = []
  let errors = 0
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      while (performance.now() < end) {
        const begin = performance.now()
        const answer = await makePortrait()
        await answer.arrayBuffer()
        if (answer.status === 200) times.push((performance.now() - begin) / 1000)
        else errors += 1
      }
    }),
  )
  return { times, errors }
}

function passportPicture(bytes) {
  equal(`${bytes.subarray(1, 4).toString('latin1')} ${bytes.readUInt32BE(16)} x ${bytes.readUInt32BE(20)}`, 'PNG 413 x 531')
}

async function makePortrait() {
  const body = new FormData()
  body.append('file', new Blob([PHOTO]), 'photo.jpg')
  return fetch(`http://127.0.0.1:${PORT}/api/v1/process/quick`, { method: 'POST', body })
}

// A connection that is made while the service starts may never be answered, and then fetch never ends by itself.
const ask = (path) =>
  Promise.race([fetch(`http://127.0.0.1:${PORT}${path}`), pause(2000)])
    .catch(() => undefined)
    .then((answer) => answer ?? { status: 0 })
const pause = (milliseconds) => new Promise((next) => setTimeout(next, milliseconds))
const inImage = async (command) => (await docker(['run', '--rm', ...HARD, IMAGE, ...command])).out.trim()
const torchCuda = () => inImage(['python', '-c', 'import torch; print(torch.version.cuda)'])
const container = async () => (await compose(['ps', '-q', SERVICE])).out.trim()
const exec = (id, command, how) => docker(['exec', id, ...command], how)
const execText = async (id, command) => (await exec(id, command)).out.trim()
const docker = (command, how = {}) => program({ file: 'docker', command, folder: ROOT, env: ENVIRONMENT }, how)
const compose = (command, how = {}) => docker(['compose', '-p', PROJECT, ...command], how)

async function until(holds) {
  for (const end = performance.now() + 120_000; performance.now() < end; await pause(200)) if (await holds()) return
  throw new Error('It did not happen within 120 s.')
}

const seconds = (begin) => ((performance.now() - begin) / 1000).toFixed(1)

try {
  for (const [claim, check] of PROFILE === 'cpu' ? CPU : GPU) await run(claim, check)
} finally {
  await docker(['rm', '-f', LONER], { fails: true })
  await compose(['--profile', '*', 'down', '--volumes', '--timeout', '3'], { fails: true })
}
console.log(`${results.passed} passed, ${results.failed} failed`)
process.exit(results.failed ? 1 : 0)
