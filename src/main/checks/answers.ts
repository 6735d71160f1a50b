import { randomBytes } from 'node:crypto'
import { createServer, type AddressInfo } from 'node:net'
import { asTyped } from '../../core/compose/command'
import { downWithVolumes } from '../../core/compose/stop'
import { up } from '../../core/compose/up'
import { runDocker } from '../compose/run-compose'
import { selectionOf } from '../operations/tools'
import { sleep } from '../sleep'
import { couldNotRun, found, simpleCheck, type Finding, type Subject } from './check'

const READY_S = 120
const LOOK_EVERY_MS = 200
const ASK_MS = 10_000

/** Answers, with all models loaded: /health and /ready of the running app, else of one started for this check alone. */
export const answers = simpleCheck('answers', async (subject, signal) => {
  const { tools, variant } = subject
  const base = tools.app.base()
  if (base !== null && tools.app.running()?.service === variant.main) return ask(base, signal)
  const blocked = tools.hub.state().variants.find((v) => v.id === variant.id)?.blocked
  if (blocked) return found('could-not-run', blocked)
  return askOwn(subject, signal)
})

// A project name, port and volumes of its own, so that nothing of the person's app is touched; all removed afterwards.
async function askOwn({ tools, variant }: Subject, signal: AbortSignal): Promise<Finding> {
  const place = { ...tools.place, name: `facecraft-check-${randomBytes(4).toString('hex')}` }
  const port = await freePort()
  const environment = { FACECRAFT_PUBLISHED_PORT: String(port), FACECRAFT_BIND: '127.0.0.1' }
  const call = up(place, selectionOf(variant))
  try {
    const ran = await runDocker({ args: call.args, folder: call.folder, environment }, signal)
    if (ran.kind !== 'exited') return couldNotRun(asTyped(call), ran)
    if (ran.code !== 0) return { verdict: 'failed', summary: 'Did not start', command: asTyped(call), output: ran.stderr, exitCode: ran.code }
    return await ask(`http://${tools.link.host}:${port}`, signal)
  } finally {
    const down = downWithVolumes(place, [variant.id])
    await runDocker({ args: down.args, folder: down.folder, environment }, new AbortController().signal)
  }
}

async function ask(base: string, signal: AbortSignal): Promise<Finding> {
  const command = `curl ${base}/health ${base}/ready`
  const began = Date.now()
  let output = ''
  while (!signal.aborted && Date.now() - began < READY_S * 1000) {
    const [health, ready] = [await get(`${base}/health`, signal), await get(`${base}/ready`, signal)]
    output = `/health ${health.status} ${health.text}\n/ready ${ready.status} ${ready.text}`
    if (health.status === 200 && ready.status === 200) {
      return { verdict: 'passed', summary: `Yes, in ${ready.ms} ms`, command, output, exitCode: 0 }
    }
    await sleep(LOOK_EVERY_MS, signal)
  }
  if (signal.aborted) return { verdict: 'could-not-run', summary: 'Cancelled', command, output, exitCode: null }
  return { verdict: 'failed', summary: 'Did not become ready', command, output, exitCode: 1 }
}

async function get(url: string, signal: AbortSignal): Promise<{ readonly status: number; readonly text: string; readonly ms: number }> {
  const began = performance.now()
  try {
    const answer = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(ASK_MS)]) })
    return { status: answer.status, text: await answer.text(), ms: Math.round(performance.now() - began) }
  } catch (error) {
    return { status: 0, text: (error as Error).message, ms: Math.round(performance.now() - began) }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
