import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import Docker from 'dockerode'
import { execa } from 'execa'
import { createHash } from 'node:crypto'
import { Agent, request, type IncomingMessage } from 'node:http'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { buffer, text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import type { Variant } from '../../core/project/project'
import { askForwarder, type Front } from './ask'
import { findForwarder, makeForwarder, removeForwarder } from './container'
import server from './planted-server.py?raw'

// Two servers with odd habits in a network of their own, and a forwarder in front of them.
const NAME = `fctest-forward-${process.pid}`
const PORT = 18_445
const BASE = { host: '127.0.0.1', port: PORT }
const docker = new Docker()
const never = new AbortController().signal
const variant = (main: string): Variant => ({
  id: main,
  kind: 'cpu',
  services: [main],
  main,
  image: `${NAME}:python`,
  dockerfile: null,
  port: { address: '127.0.0.1', port: PORT, target: 8000 },
  volumes: [],
})
const project = { name: NAME, folder: '/', variants: [variant('old'), variant('next')] }

beforeAll(async () => {
  await execa('docker', ['build', '--quiet', '--tag', `${NAME}:python`, '--target', 'python', join(import.meta.dirname, '../../../e2e/stand-in')])
  await execa('docker', ['network', 'create', NAME])
  for (const name of ['old', 'next']) {
    const labels = ['--label', `com.docker.compose.project=${NAME}`]
    const place = ['--name', `${NAME}-${name}`, '--network', NAME, '--network-alias', name]
    await execa('docker', ['run', '--detach', '--init', ...labels, ...place, `${NAME}:python`, 'python3', '-u', '-c', server, name])
  }
  const [first] = project.variants
  const refused = await makeForwarder(docker, { project, variant: first!, network: NAME })
  if (refused) throw new Error(refused.title)
  await waitFor(async () => (await ask('/').catch(() => '')).startsWith('old'))
})

beforeEach(async () => {
  await put('old', 5)
})

afterAll(async () => {
  await removeForwarder(docker, NAME)
  await execa('docker', ['rm', '--force', `${NAME}-old`, `${NAME}-next`], { reject: false })
  await execa('docker', ['network', 'rm', NAME], { reject: false })
  await execa('docker', ['image', 'rm', '--force', `${NAME}:python`], { reject: false })
})

async function waitFor(met: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 20_000; !(await met()); await wait(50)) if (Date.now() > end) throw new Error('not met within 20 s')
}

async function put(name: string, seconds = 0): Promise<Front | null> {
  const found = await findForwarder(docker, NAME)
  return askForwarder(docker.getContainer(found?.id ?? ''), { front: `${name}:8000`, seconds }, never)
}

interface Asking {
  readonly method?: string
  readonly agent?: Agent
  readonly body?: Buffer
  readonly headers?: Record<string, string>
}

function open(path: string, { method = 'GET', agent, body, headers = {} }: Asking = {}): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const one = request({ ...BASE, path, method, agent: agent ?? false, headers: { ...headers, ...(body ? { 'Content-Length': body.length } : {}) } })
    one.on('response', resolve)
    one.on('error', reject)
    if (headers['Expect']) one.on('continue', () => one.end(body))
    else one.end(body)
  })
}

const ask = async (path: string, asking?: Asking): Promise<string> => text(await open(path, asking))

function lineTo(said: string): { readonly socket: Socket; next(): Promise<string> } {
  const socket = connect({ ...BASE, allowHalfOpen: true })
  socket.write(said)
  return { socket, next: () => new Promise((resolve) => socket.once('data', (data) => resolve(data.toString()))) }
}

test('one open connection goes from version to version, whatever was asked on it', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  let socket: unknown
  const asked = async (path: string, asking: Asking = {}): Promise<string> => {
    const answer = await open(path, { ...asking, agent })
    socket ??= answer.socket
    expect(answer.socket).toBe(socket)
    return text(answer)
  }
  const digest = createHash('sha256').update('photo').digest('hex')
  for (const name of ['next', 'old', 'next']) {
    expect(await put(name)).toEqual({ front: `${name}:8000`, left: 0 })
    expect(await asked('/chunks')).toBe(`${name} in parts\n`)
    expect(await asked('/', { method: 'HEAD' })).toBe('')
    expect(await asked('/', { method: 'POST', body: Buffer.from('photo') })).toBe(`${name} ${digest}`)
    expect(await asked('/', { method: 'PUT', body: Buffer.from('photo'), headers: { Expect: '100-continue' } })).toBe(`${name} ${digest}`)
  }
  agent.destroy()
})

test('an answer that is under way comes to its end from the version that began it, and the hand-over waits for it', async () => {
  const slow = ask('/slow')
  await wait(200)
  expect(await put('next')).toEqual({ front: 'next:8000', left: 1 })
  expect(await ask('/')).toMatch(/^next /)
  expect(await put('next', 10)).toEqual({ front: 'next:8000', left: 0 })
  expect(await slow).toMatch(/^old /)
})

test('50 MB go up to a slow reader and 50 MB come down to one, whole and without filling the memory', async () => {
  const photo = Buffer.alloc(50_000_000, 'facecraft')
  expect(await ask('/slow-reader', { method: 'POST', body: photo })).toBe(`old ${createHash('sha256').update(photo).digest('hex')}`)
  const answer = await open('/large')
  answer.pause()
  await wait(1000)
  const { memory_stats: memory } = (await docker.getContainer(`${NAME}-panel-forwarder`).stats({ stream: false })) as { memory_stats: { usage: number } }
  expect(memory.usage).toBeLessThan(60_000_000)
  expect((await buffer(answer)).length).toBe(50_000_000)
})

test('what is not HTTP passes both ways, also when one side has said all', async () => {
  const { socket } = lineTo('ECHO\n')
  socket.end('one two')
  expect(await text(socket)).toBe(`old ${createHash('sha256').update('one two').digest('hex')}`)
})

test('a connection that became another protocol stays with its version', async () => {
  const line = lineTo('GET /upgrade HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: plain\r\n\r\n')
  expect(await line.next()).toContain('101')
  line.socket.write('hello\n')
  expect(await line.next()).toBe('old hello\n')
  expect(await put('next')).toEqual({ front: 'next:8000', left: 1 })
  line.socket.write('again\n')
  expect(await line.next()).toBe('old again\n')
  line.socket.end()
  expect(await put('next', 5)).toEqual({ front: 'next:8000', left: 0 })
})

test('requests sent in one go are all answered, in order', async () => {
  const one = 'GET / HTTP/1.1\r\nHost: a\r\n\r\n'
  const { socket } = lineTo(one.repeat(20))
  await wait(300)
  socket.end()
  expect((await text(socket)).match(/old /g)).toHaveLength(20)
})

test('after a restart it finds the version that answers', async () => {
  await put('next')
  await execa('docker', ['stop', '--time', '1', `${NAME}-old`])
  await execa('docker', ['restart', '--time', '1', `${NAME}-panel-forwarder`])
  await waitFor(async () => (await ask('/').catch(() => '')).startsWith('next'))
  expect(await findForwarder(docker, NAME)).toMatchObject({ running: true })
  await execa('docker', ['start', `${NAME}-old`])
})
