import { execFileSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createServer as createSecure } from 'node:https'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const PIECES = 10

/** The servers that failures need: stores of images that refuse, and stores of files that break off. */
export async function startServers(parent) {
  const folder = join(parent, 'servers')
  mkdirSync(folder)
  const wheel = makeWheel(folder)
  const files = await listen(createServer(fileStore(wheel)), 18_901)
  const layer = makeLayer(folder)
  const registry = await listen(createServer(registryStore(layer)), 18_902)
  const secure = await listen(createSecure(selfSigned(folder), registryStore(layer)), 18_903)
  const address = Object.values(networkInterfaces())
    .flat()
    .find((a) => a.family === 'IPv4' && !a.internal)?.address
  return {
    folder,
    wheel,
    files: `127.0.0.1:${files.port}`,
    registry: `127.0.0.1:${registry.port}`,
    // Docker trusts this computer's own address without a certificate, so these two are asked by another one.
    secure: `${address}:${secure.port}`,
    plain: `${address}:${registry.port}`,
    address,
    close: async () => [files, registry, secure].forEach(({ server }) => server.closeAllConnections() ?? server.close()),
  }
}

// Always the same ports, so that a new recording differs only where the engine does.
function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, '0.0.0.0', () => resolve({ server, port }))
  })
}

// One folder a behaviour: /good, /cut (breaks off), /reset, /slow (never ends), /long (says that it is longer than it is);
// lists of packages always come whole.
function fileStore(wheel) {
  return (request, response) => {
    const [, behaviour, ...rest] = request.url.split('/').filter((part) => part !== '.')
    const name = rest.at(-1) || rest.at(-2)
    if (behaviour === 'reset') return request.socket.resetAndDestroy()
    const body = bodyFor(rest.join('/'), { name, wheel })
    if (!body) return response.writeHead(404).end('not found')
    const whole = behaviour === 'good' || !/\.(whl|deb|bin)$/.test(name)
    if (whole) return response.writeHead(200, { 'content-type': typeOf(rest), 'content-length': body.length }).end(body)
    response.writeHead(200, { 'content-length': body.length + (behaviour === 'long' ? 1000 : 0) })
    response.write(body.subarray(0, 500))
    if (behaviour !== 'slow') setTimeout(() => request.socket.destroy(), 50)
  }
}

function typeOf(path) {
  return path.includes('simple') ? 'text/html' : 'application/octet-stream'
}

function bodyFor(path, { name, wheel }) {
  if (path.startsWith('simple/fcrec-part')) return Buffer.from(`<a href="../../${wheel.name}">${wheel.name}</a>`)
  if (name === wheel.name) return wheel.bytes
  if (path === 'model.bin') return Buffer.from('a photo model\n'.repeat(100))
  if (path === 'debian/Packages') return packagesList
  if (path === 'debian/odd/Packages') return packagesList
  if (path === 'debian/odd/Release') return Buffer.from(`Date: Thu, 01 Jan 2026 00:00:00 UTC\nSHA256:\n ${'0'.repeat(64)} ${packagesList.length} Packages\n`)
  if (path === 'debian/part.deb') return Buffer.alloc(1000, 7)
  return undefined
}

const packagesList = Buffer.from(
  `Package: fcrec-part\nVersion: 1\nArchitecture: all\nMaintainer: nobody\nDescription: a part\nFilename: ./part.deb\nSize: 1000\nSHA256: ${createHash('sha256').update(Buffer.alloc(1000, 7)).digest('hex')}\n`,
)

// One name an answer; what the engine says is its real answer to a real status. `good` comes whole, in slow pieces.
function registryStore(content) {
  const layer = gzipSync(content)
  const config = Buffer.from(JSON.stringify({ architecture: 'amd64', os: 'linux', config: {}, rootfs: { type: 'layers', diff_ids: [digest(content)] } }))
  const manifest = Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: types.manifest,
      config: { mediaType: types.config, size: config.length, digest: digest(config) },
      layers: [{ mediaType: types.layer, size: layer.length, digest: digest(layer) }],
    }),
  )
  const list = Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: types.list,
      manifests: [{ mediaType: types.manifest, size: manifest.length, digest: digest(manifest), platform: { architecture: 's390x', os: 'linux' } }],
    }),
  )
  return (request, response) => {
    const [, , name, kind, what] = request.url.split('/')
    const status = { refused: 401, denied: 403, missing: 404, busy: 429, broken: 503 }[name]
    if (!name) return response.writeHead(200).end()
    if (status) return refuse(request, response, { status, name })
    if (kind === 'manifests') {
      const body = name === 'other-platform' && what !== digest(manifest) ? list : manifest
      const headers = { 'content-type': body === list ? types.list : types.manifest, 'content-length': body.length, 'docker-content-digest': digest(body) }
      return response.writeHead(200, headers).end(request.method === 'HEAD' ? undefined : body)
    }
    if (what === digest(config)) return response.writeHead(200, { 'content-length': config.length }).end(config)
    if (name === 'damaged') return response.writeHead(200, { 'content-length': layer.length }).end(Buffer.alloc(layer.length))
    response.writeHead(200, { 'content-length': layer.length })
    if (name === 'good') return sendSlowly(response, layer)
    response.write(layer.subarray(0, 10), () => setTimeout(() => request.socket.destroy(), 50))
  }
}

function sendSlowly(response, bytes) {
  const piece = Math.ceil(bytes.length / PIECES)
  for (let i = 0; i < PIECES; i += 1) setTimeout(() => response.write(bytes.subarray(i * piece, (i + 1) * piece)), i * 200)
  setTimeout(() => response.end(), PIECES * 200)
}

function refuse(request, response, { status, name }) {
  const codes = { 401: 'UNAUTHORIZED', 403: 'DENIED', 404: 'MANIFEST_UNKNOWN', 429: 'TOOMANYREQUESTS', 503: 'UNAVAILABLE' }
  const words = {
    401: 'authentication required',
    403: 'requested access to the resource is denied',
    404: 'manifest unknown',
    429: 'too many requests',
    503: 'service unavailable',
  }
  const headers = { 'content-type': 'application/json' }
  if (status === 401) headers['www-authenticate'] = `Basic realm="${name}"`
  response.writeHead(status, headers).end(JSON.stringify({ errors: [{ code: codes[status], message: words[status] }] }))
}

const types = {
  manifest: 'application/vnd.docker.distribution.manifest.v2+json',
  list: 'application/vnd.docker.distribution.manifest.list.v2+json',
  config: 'application/vnd.docker.container.image.v1+json',
  layer: 'application/vnd.docker.image.rootfs.diff.tar.gzip',
}

function digest(bytes) {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`
}

function selfSigned(folder) {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=fcrec', '-keyout', key, '-out', cert], {
    stdio: 'pipe',
  })
  return { key: readFileSync(key), cert: readFileSync(cert) }
}

// Random bytes, so that packing does not make it small.
function makeLayer(folder) {
  writeFileSync(join(folder, 'file'), randomBytes(3_000_000))
  return execFileSync('tar', ['-C', folder, '-c', 'file'], { maxBuffer: 1 << 24 })
}

function makeWheel(folder) {
  const name = 'fcrec_part-1.0-py3-none-any.whl'
  const program = `import zipfile, sys
w = zipfile.ZipFile(sys.argv[1], 'w')
w.writestr('fcrec_part/model.bin', 'a photo model\\n' * 100)
w.writestr('fcrec_part-1.0.dist-info/METADATA', 'Metadata-Version: 2.1\\nName: fcrec-part\\nVersion: 1.0\\n')
w.writestr('fcrec_part-1.0.dist-info/WHEEL', 'Wheel-Version: 1.0\\nGenerator: x\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n')
w.writestr('fcrec_part-1.0.dist-info/RECORD', '')
w.close()`
  execFileSync('python3', ['-c', program, join(folder, name)])
  const bytes = readFileSync(join(folder, name))
  return { name, bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}
