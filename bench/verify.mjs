import { execFile, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { printFigure } from './lib/figures.mjs'

const exec = promisify(execFile)
const RUNS = Number(process.env.RUNS ?? 3)
const PORT = 18_660
const NAME = `fcbench-verify-${process.pid}`
const root = join(import.meta.dirname, '..')
const headless = process.env.FACECRAFT_HEADLESS ?? join(root, 'out/main/headless.js')
const photo = readFileSync(join(root, 'docker/service/tests/photos/astronaut.jpg'))
const SEVEN = 'image-builds,air-gap,not-administrator,no-card-code,project-valid,answers'

/** What this measures, by name. */
export const figures = ['verify.seven', 'verify.all']

/** The checklist against the seven classic commands typed one after the other, in turn; both on packages that are built. */
export async function run() {
  if (!existsSync(headless)) throw new Error('run npm run build first')
  const home = mkdtempSync(join(tmpdir(), 'facecraft-bench-'))
  const env = { ...process.env, FACECRAFT_PANEL_HOME: home, FACECRAFT_PANEL_PROJECT_NAME: NAME, FACECRAFT_PUBLISHED_PORT: String(PORT) }
  const card = await exec('docker', ['image', 'inspect', 'djok/facecraft:gpu']).then(
    () => true,
    () => false,
  )
  const ours = async (only) => (await panel(env, 'cpu', only)) + (await panel(env, 'gpu', card ? 'image-builds,gpu-profile' : 'gpu-profile'))
  const times = { seven: [], all: [], typed: [] }
  try {
    // Everything is built once before, so that nobody pays for what changed since.
    await typed(env, card)
    for (let round = 0; round < RUNS; round += 1) {
      times.seven.push(await ours(SEVEN))
      times.typed.push(await typed(env, card))
      times.all.push(await ours())
    }
    const note = `${card ? 'both versions' : 'the processor version'} built before; typed: build, air gap with a photo, whoami, torch, config, up + /health + down, gpu config`
    printFigure({ name: 'verify.seven', unit: 'ms', ours: times.seven, theirs: times.typed, note })
    printFigure({ name: 'verify.all', unit: 'ms', ours: times.all, theirs: times.typed, note: `the whole list, ${note}` })
  } finally {
    await exec('docker', ['compose', '-p', NAME, '--profile', '*', 'down', '--volumes'], { cwd: root, env })
    rmSync(home, { recursive: true, force: true })
  }
}

// The time between the click and the end, as the panel itself writes it down; the panel is open before a person clicks.
async function panel(env, profile, only) {
  const args = [headless, 'verify', '--profile', profile, ...(only ? ['--only', only] : [])]
  const { stdout } = await exec(process.execPath, args, { cwd: root, env, maxBuffer: 1 << 28 }).catch((error) => error)
  const events = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const wrong = events.filter((e) => e.type === 'check-result' && e.result.verdict === 'failed')
  if (wrong.length > 0) throw new Error(wrong.map((e) => `${e.result.check}: ${e.result.summary}\n${e.result.output}`).join('\n'))
  const began = events.find((e) => e.type === 'operation-began').operation.startedAt
  return events.find((e) => e.type === 'operation-ended').at - began
}

async function typed(env, card) {
  const began = performance.now()
  const docker = (...args) => exec('docker', args, { cwd: root, env, maxBuffer: 1 << 26 })
  const compose = (...args) => docker('compose', '-p', NAME, ...args)
  const alone = ['run', '--rm', '--network', 'none']
  await compose('--profile', 'cpu', 'build', 'facecraft-cpu')
  if (card) await compose('--profile', 'gpu', 'build', 'facecraft-gpu')
  await fed(['run', '--rm', '-i', '--network', 'none', 'djok/facecraft:cpu', 'python', '-c', AIR_GAP], env)
  await docker(...alone, 'djok/facecraft:cpu', 'whoami')
  await docker(...alone, 'djok/facecraft:cpu', 'python', '-c', 'import torch; print(torch.version.cuda)')
  await compose('--profile', '*', 'config', '--quiet')
  await compose('--profile', 'cpu', 'up', '-d', 'facecraft-cpu')
  while (!(await fetch(`http://127.0.0.1:${PORT}/health`).catch(() => null))?.ok) await wait(100)
  await compose('--profile', 'cpu', 'down', '--volumes')
  await compose('--profile', 'gpu', 'config')
  return performance.now() - began
}

function fed(args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn('docker', args, { env, stdio: ['pipe', 'ignore', 'inherit'] })
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`the air gap command ended with ${code}`))))
    child.stdin.end(photo)
  })
}

// What a careful person would paste: start the service, wait until it is ready, send one photo.
const AIR_GAP = `
import subprocess, sys, time, urllib.request
photo = sys.stdin.buffer.read()
server = subprocess.Popen([sys.executable, "-m", "facecraft"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
while True:
    try:
        urllib.request.urlopen("http://127.0.0.1:8000/ready"); break
    except OSError:
        time.sleep(0.1)
body = b'--b\\r\\nContent-Disposition: form-data; name="file"; filename="p.jpg"\\r\\n\\r\\n' + photo + b'\\r\\n--b--\\r\\n'
asked = urllib.request.Request("http://127.0.0.1:8000/api/v1/process/quick", body, {"Content-Type": "multipart/form-data; boundary=b"})
picture = urllib.request.urlopen(asked).read()
server.kill()
sys.exit(0 if picture[:4] == b"\\x89PNG" else 1)
`
