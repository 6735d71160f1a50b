import { createServer, type AddressInfo, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { openAsker, whereOf, type Asker } from './ask'

const never = new AbortController().signal
const ends: (() => void)[] = []

afterEach(() => {
  for (const end of ends.splice(0)) end()
})

const OK = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok'

// Counts connections; `answer` is given each question with its number.
async function served(answer: (socket: Socket, question: number) => void): Promise<{ readonly ask: Asker; readonly connections: () => number }> {
  let [connections, questions] = [0, 0]
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    connections++
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('data', () => answer(socket, questions++))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  ends.push(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return { ask: openAsker({ host: '127.0.0.1', port: (server.address() as AddressInfo).port }), connections: () => connections }
}

test('questions one after the other share a connection', async () => {
  const { ask, connections } = await served((socket) => socket.write(OK))
  for (let i = 0; i < 3; i++) expect(await ask('/ready', 1000, never)).toMatchObject({ status: 200, text: 'ok' })
  expect(connections()).toBe(1)
})

test('two questions at once do not take each other’s answer', async () => {
  const { ask } = await served((socket, n) => setTimeout(() => socket.write(`HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n${n}`), n === 0 ? 30 : 0))
  const both = await Promise.all([ask('/ready', 1000, never), ask('/status', 1000, never)])
  expect(both.map(({ text }) => text)).toEqual(['0', '1'])
})

test('a kept connection that was closed meanwhile is no failure', async () => {
  const { ask, connections } = await served((socket, n) => (n === 1 ? socket.destroy() : socket.write(OK)))
  await ask('/ready', 1000, never)
  expect(await ask('/ready', 1000, never)).toMatchObject({ text: 'ok' })
  expect(connections()).toBe(2)
})

test('a connection that was cut in the middle of its first answer is a failure', async () => {
  const { ask } = await served((socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\nok'))
  await expect(ask('/ready', 1000, never)).rejects.toMatchObject({ code: 'ECONNRESET' })
})

test('no answer in time is told as such, and the next question begins anew', async () => {
  const { ask } = await served((socket, n) => n > 0 && socket.write(OK))
  await expect(ask('/ready', 30, never)).rejects.toMatchObject({ code: 'DEADLINE' })
  expect(await ask('/ready', 1000, never)).toMatchObject({ text: 'ok' })
})

test('a question can be given up', async () => {
  const end = new AbortController()
  const { ask } = await served(() => end.abort())
  await expect(ask('/ready', 1000, end.signal)).rejects.toMatchObject({ name: 'AbortError' })
  await expect(ask('/ready', 1000, end.signal)).rejects.toMatchObject({ name: 'AbortError' })
})

test('an address where nothing listens refuses', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  await expect(openAsker({ host: '127.0.0.1', port })('/ready', 1000, never)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  await expect(openAsker({ path: '/nowhere/at-all' })('/_ping', 1000, never)).rejects.toMatchObject({ code: 'ENOENT' })
})

test('an address of IPv6 is asked without the brackets of its URL', () => {
  expect(whereOf('http://[::1]:8000')).toEqual({ host: '::1', port: 8000 })
  expect(whereOf('http://127.0.0.1:8000')).toEqual({ host: '127.0.0.1', port: 8000 })
})
