import { RPCHandler } from '@orpc/server/ws'
import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize, sep } from 'node:path'
import { WebSocketServer } from 'ws'
import type { Desktop } from '../../src/main/desktop'
import { panelFolder } from '../../src/main/files/panel-folder'
import { openPanel } from '../../src/main/panel'
import { bundledProject } from '../../src/main/project/bundled'
import { answerRequests } from '../../src/main/requests'
import { bytesSerializer } from '../../src/shared/bytes'

// The panel without Electron: its page over HTTP, its requests over a socket, for tests on this computer only.
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2' }
const page = join(process.cwd(), 'out/renderer')
const token = randomBytes(16).toString('hex')
const closing = new AbortController()

const desktop: Desktop = {
  version: 'in a browser',
  runtime: `Node ${process.versions.node}`,
  openExternal: () => Promise.resolve(),
  copy: () => undefined,
  choosePlace: (name) => Promise.resolve(join(panelFolder('saved'), name)),
  async save(name, bytes) {
    const path = join(panelFolder('saved'), name)
    await writeFile(path, bytes)
    return { kind: 'saved', path }
  },
}

const requests = answerRequests(openPanel(bundledProject(process.cwd()), closing.signal), desktop)
const handler = new RPCHandler(requests, { customJsonSerializers: [bytesSerializer] })
const sockets = new WebSocketServer({ noServer: true })
const server = createServer((request, response) => void serveFile(request, response))

server.on('upgrade', (request, socket, head) => {
  if (isOurs(request)) sockets.handleUpgrade(request, socket, head, (opened) => void handler.upgrade(opened))
  else socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
})
server.listen(0, '127.0.0.1', () => console.log(`${origin()}/index.html#token=${token}`))
process.once('SIGTERM', () => {
  closing.abort()
  process.exit(0)
})

function origin(): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function isOurs(request: IncomingMessage): boolean {
  const { pathname, searchParams } = new URL(request.url ?? '/', origin())
  return pathname === '/rpc' && searchParams.get('token') === token && request.headers.origin === origin()
}

async function serveFile(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', origin())
  const file = normalize(join(page, decodeURIComponent(pathname)))
  const bytes = file.startsWith(page + sep) ? await readFile(file).catch(() => null) : null
  response.writeHead(bytes === null ? 404 : 200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' })
  response.end(bytes)
}
