import { execa } from 'execa'
import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** An engine that a test may kill, halt and start again, beside the one that all tests share. */
export interface SecondEngine {
  readonly host: string
  /** Runs one docker command against it. */
  docker(...args: readonly string[]): Promise<string>
  signal(name: 'SIGKILL' | 'SIGTERM' | 'SIGSTOP' | 'SIGCONT'): void
  start(): Promise<void>
  stop(): Promise<void>
}

interface OwnEngine {
  readonly host: string
  readonly signal: (name: string) => void
  readonly start: () => Promise<void>
  readonly stop: () => Promise<void>
}

const root = join(import.meta.dirname, '..')

/** Starts it in a network of its own with images of the shared engine, and lets its port be reached from here. */
export async function startSecondEngine({ images, port }: { readonly images: readonly string[]; readonly port: number }): Promise<SecondEngine> {
  // The path of its socket may have 107 letters at most.
  const folder = mkdtempSync('/tmp/fc2-')
  const { startOwnEngine } = (await import(pathToFileURL(join(root, 'scripts/record/own-engine.mjs')).href)) as {
    startOwnEngine: (folder: string, options: object) => Promise<OwnEngine>
  }
  const engine = await startOwnEngine(folder, { images })
  const env = { DOCKER_HOST: engine.host }
  const inside = await execa('docker', ['info', '--format', '{{.ID}}'], { env })
  if (!inside.stdout) throw new Error('the second engine does not answer')
  const bridge = await bridgePort({ folder, port })
  return {
    host: engine.host,
    docker: async (...args) => (await execa('docker', args, { env, timeout: 60_000 })).stdout,
    signal: engine.signal,
    start: async () => {
      await engine.start()
      bridge.enter()
    },
    stop: async () => {
      bridge.stop()
      await engine.stop()
    },
  }
}

// Its network is another one: a helper inside passes on what comes to a socket file, a listener here passes on to that file.
async function bridgePort({
  folder,
  port,
}: {
  readonly folder: string
  readonly port: number
}): Promise<{ readonly enter: () => void; readonly stop: () => void }> {
  let helper: ReturnType<typeof spawn> | null = null
  let at = ''
  const enter = (): void => {
    helper?.kill()
    at = join(folder, `port-${Date.now()}`)
    const pid = join(folder, 'pid')
    helper = spawn('sh', ['-c', `exec nsenter --net=/proc/$(cat ${pid})/ns/net "$0" -e "$1" "$2" "$3"`, process.execPath, PASS_ON, at, String(port)], {
      stdio: 'ignore',
    })
  }
  const front = createServer((near) => {
    const far = connect(at)
    near.on('error', () => far.destroy()).on('close', () => far.destroy())
    far.on('error', () => near.destroy()).on('close', () => near.destroy())
    near.pipe(far).pipe(near)
  })
  enter()
  await new Promise<void>((resolve) => front.listen(port, '127.0.0.1', resolve))
  return { enter, stop: () => (helper?.kill(), front.close()) }
}

const PASS_ON = `
const { connect, createServer } = require('node:net')
const [at, port] = process.argv.slice(1)
createServer((near) => {
  const far = connect(Number(port), '127.0.0.1')
  near.on('error', () => far.destroy()).on('close', () => far.destroy())
  far.on('error', () => near.destroy()).on('close', () => near.destroy())
  near.pipe(far).pipe(near)
}).listen(at)`
