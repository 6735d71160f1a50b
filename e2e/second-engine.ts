import { execa } from 'execa'
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { fillDisk } from './fill-disk'

/** An engine that a test may kill, halt and start again, beside the one that all tests share. */
export interface SecondEngine {
  readonly host: string
  /** Runs one docker command against it. */
  docker(...args: readonly string[]): Promise<string>
  signal(name: 'SIGKILL' | 'SIGTERM' | 'SIGSTOP' | 'SIGCONT'): void
  start(): Promise<void>
  stop(): Promise<void>
  /** Takes all space where it stores its data; the returned function gives it back. */
  fillDisk(): () => void
}

/** Which images of the shared engine it gets, which port of its network can be reached from here, and how large its storage is. */
export interface SecondEngineWish {
  readonly images: readonly string[]
  readonly port: number
  readonly disk?: string
}

interface OwnEngine {
  readonly host: string
  readonly signal: (name: string) => void
  readonly start: () => Promise<void>
  readonly stop: () => Promise<void>
}

const root = join(import.meta.dirname, '..')

/** Starts it in a network of its own with images of the shared engine, and lets its port be reached from here. */
export async function startSecondEngine({ images, port, disk = '2g' }: SecondEngineWish): Promise<SecondEngine> {
  // The path of its socket may have 107 letters at most.
  const folder = mkdtempSync('/tmp/fc2-')
  const { startOwnEngine } = (await import(pathToFileURL(join(root, 'scripts/record/own-engine.mjs')).href)) as {
    startOwnEngine: (folder: string, options: object) => Promise<OwnEngine>
  }
  const engine = await startOwnEngine(folder, { images, disk })
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
    fillDisk: () => {
      const filler = join(folder, 'data/filler')
      fillDisk(filler)
      return () => rmSync(filler)
    },
  }
}

// Its network is another one: a helper inside passes on what comes to a socket file, a listener here passes on to that file. Both are
// there only while something inside has the port, so that it is free here when it is free there.
async function bridgePort({
  folder,
  port,
}: {
  readonly folder: string
  readonly port: number
}): Promise<{ readonly enter: () => void; readonly stop: () => void }> {
  let helper: ReturnType<typeof spawn> | null = null
  let at = ''
  let front: Server | null = null
  const enter = (): void => {
    helper?.kill()
    at = join(folder, `port-${Date.now()}`)
    const pid = join(folder, 'pid')
    helper = spawn('sh', ['-c', `exec nsenter --net=/proc/$(cat ${pid})/ns/net "$0" -e "$1" "$2" "$3"`, process.execPath, PASS_ON, at, String(port)], {
      stdio: 'ignore',
    })
  }
  const passOn = (near: Socket): void => {
    const far = connect(at)
    near.on('error', () => far.destroy()).on('close', () => far.destroy())
    far.on('error', () => near.destroy()).on('close', () => near.destroy())
    near.pipe(far).pipe(near)
  }
  const follow = (): void => {
    if (existsSync(at) === (front !== null)) return
    front?.close()
    front = existsSync(at)
      ? createServer(passOn)
          .on('error', () => (front = null))
          .listen(port, '127.0.0.1')
      : null
  }
  enter()
  const following = setInterval(follow, LOOK_EVERY_MS)
  return { enter, stop: () => (clearInterval(following), helper?.kill(), front?.close()) }
}

const LOOK_EVERY_MS = 10
const PASS_ON = `
const { connect, createServer } = require('node:net')
const [at, port] = process.argv.slice(1)
const passOn = (near) => {
  const far = connect(Number(port), '127.0.0.1')
  near.on('error', () => far.destroy()).on('close', () => far.destroy())
  far.on('error', () => near.destroy()).on('close', () => near.destroy())
  near.pipe(far).pipe(near)
}
let server = null
const follow = () => {
  const one = connect(Number(port), '127.0.0.1')
  const seen = (there) => {
    one.destroy()
    if (there === (server !== null)) return
    server?.close()
    server = there ? createServer(passOn).listen(at) : null
  }
  one.once('connect', () => seen(true)).once('error', () => seen(false)).once('close', () => setTimeout(follow, 10))
}
follow()`
