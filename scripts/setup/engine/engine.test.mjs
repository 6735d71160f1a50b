import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import net from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { contextHost, engineCandidates } from './candidates.mjs'
import { usualFolders } from './cli.mjs'
import { daemonPid, foreignDaemonPid } from './daemon.mjs'
import { canInstall, enginePackages, parseOsRelease, sourceLines } from './distribution.mjs'
import { engineFolders } from './folders.mjs'
import { ping, requestTarget } from './ping.mjs'
import { planEngine } from './plan.mjs'

let folder
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'facecraft-engine-'))))
afterEach(() => rmSync(folder, { recursive: true }))

describe('where an engine is looked for', () => {
  const linux = { platform: 'linux', env: {}, home: '/home/a', uid: 1000 }

  test("the person's own choice comes first, then their context, then the usual sockets", () => {
    const hosts = engineCandidates({ ...linux, env: { DOCKER_HOST: 'tcp://h:1' }, context: 'unix:///c' }).map(({ host }) => host)
    expect(hosts.slice(0, 3)).toEqual(['tcp://h:1', 'unix:///c', 'unix:///var/run/docker.sock'])
  })

  test('on Linux the products named in the README are all looked for', () => {
    const names = engineCandidates(linux).map(({ from }) => from)
    expect(names).toEqual(expect.arrayContaining(['Docker Engine', 'Docker Desktop', 'rootless Docker', 'Colima', 'Rancher Desktop', 'Podman']))
    expect(engineCandidates(linux)).toContainEqual({ host: 'unix:///run/user/1000/docker.sock', from: 'rootless Docker' })
  })

  test('on Windows only named pipes are looked for', () => {
    expect(engineCandidates({ ...linux, platform: 'win32' }).every(({ host }) => host.startsWith('npipe:'))).toBe(true)
  })

  test('the current docker context is read as the docker command keeps it', () => {
    writeFileSync(join(folder, 'config.json'), '{"currentContext":"work"}')
    const meta = join(folder, 'contexts/meta', createHash('sha256').update('work').digest('hex'))
    mkdirSync(meta, { recursive: true })
    writeFileSync(join(meta, 'meta.json'), '{"Endpoints":{"docker":{"Host":"unix:///w.sock"}}}')
    expect(contextHost({ DOCKER_CONFIG: folder }, '/nowhere')).toBe('unix:///w.sock')
    expect(contextHost({ DOCKER_CONFIG: folder, DOCKER_CONTEXT: 'default' }, '/nowhere')).toBeUndefined()
    expect(contextHost({}, '/nowhere')).toBeUndefined()
  })

  test('the docker command is also looked for where Docker Desktop puts it', () => {
    expect(usualFolders('darwin', '/Users/a')).toContain('/Applications/Docker.app/Contents/Resources/bin')
    expect(usualFolders('win32', 'C:\\Users\\a')[0]).toContain('Docker')
  })
})

describe('a sign of life', () => {
  test('an engine that answers is told from an address where nothing is', async () => {
    const socket = join(folder, 's')
    const server = createServer((request, response) => response.end(request.url === '/_ping' ? 'OK' : '')).listen(socket)
    await new Promise((done) => server.once('listening', done))
    expect(await ping(`unix://${socket}`)).toBe('answers')
    server.close()
    expect(await ping(`unix://${folder}/absent`)).toBe('silent')
  })

  test('an engine that accepts the call and never answers is given up after 2 s', async () => {
    const socket = join(folder, 's')
    const server = net.createServer(() => {}).listen(socket)
    await new Promise((done) => server.once('listening', done))
    const start = performance.now()
    expect(await ping(`unix://${socket}`)).toBe('silent')
    expect(performance.now() - start).toBeLessThan(3000)
    server.close()
  })

  test("addresses are turned into what Node's http wants", () => {
    expect(requestTarget('npipe:////./pipe/docker_engine', {}).options).toEqual({ socketPath: '\\\\.\\pipe\\docker_engine' })
    expect(requestTarget('tcp://host:99', {}).options).toEqual({ hostname: 'host', port: '99' })
    expect(requestTarget('ssh://me@host', {})).toBeUndefined()
  })
})

describe('what is done about an engine', () => {
  const debian = { id: 'debian', codename: 'bookworm' }

  test('one that answers is used, whatever else was found', () => {
    const plan = planEngine({ answering: { host: 'h', from: 'f' }, denied: { host: 'd', from: 'g' }, distribution: debian, uid: 0 })
    expect(plan).toEqual({ do: 'use', host: 'h', from: 'f' })
  })

  test('a private one is offered to root on Debian and Ubuntu, and to nobody else', () => {
    expect(planEngine({ distribution: debian, uid: 0 }).do).toBe('offer')
    expect(planEngine({ distribution: { id: 'ubuntu' }, uid: 0 }).do).toBe('offer')
    expect(planEngine({ distribution: debian, uid: 1000 }).do).toBe('nothing')
    expect(planEngine({ distribution: { id: 'fedora' }, uid: 0 }).do).toBe('nothing')
    expect(planEngine({ distribution: undefined, uid: undefined }).do).toBe('nothing')
  })

  test('an engine that the person may not use is named, and no second one is started', () => {
    const plan = planEngine({ denied: { host: 'unix:///s', from: 'Docker Engine' }, distribution: debian, uid: 0 })
    expect(plan).toMatchObject({ do: 'nothing', why: expect.stringContaining('permission denied') })
  })

  test('no second engine is started beside one at an unusual address', () => {
    expect(planEngine({ foreignPid: 42, distribution: debian, uid: 0 })).toMatchObject({ do: 'nothing', why: expect.stringContaining('42') })
    const processes = [
      { pid: 1, command: ['/usr/sbin/dockerd', '--data-root', '/other'] },
      { pid: 2, command: ['bash'] },
    ]
    expect(foreignDaemonPid({ data: '/mine' }, processes)).toBe(1)
    expect(foreignDaemonPid({ data: '/other' }, processes)).toBeUndefined()
  })

  test('a process id left behind by a crash is not taken for the engine', () => {
    writeFileSync(join(folder, 'pid'), String(process.pid))
    expect(daemonPid({ pid: join(folder, 'pid'), data: '/no/engine/here' })).toBeUndefined()
    expect(daemonPid({ pid: join(folder, 'absent'), data: '/x' })).toBeUndefined()
  })
})

describe('the private engine', () => {
  test('its socket path stays under the 107 bytes that Linux allows, however long the home folder is', () => {
    expect(engineFolders(`/home/${'very-long-name/'.repeat(20)}`).socket.length).toBeLessThan(60)
  })

  test('two caches have two engines', () => {
    expect(engineFolders('/a').socket).not.toBe(engineFolders('/b').socket)
  })

  test('Debian 12 gets the newest engine and keeps its own runc and iptables', () => {
    const plan = enginePackages(parseOsRelease('ID=debian\nVERSION_CODENAME=bookworm\nPRETTY_NAME="Debian GNU/Linux 12"\n'))
    expect(plan.suites).toEqual(['sid', 'trixie', 'bookworm'])
    expect(plan.newer).toContain('docker-compose')
    expect(plan.own).toEqual(expect.arrayContaining(['runc', 'iptables']))
  })

  test('Ubuntu gets what its own release has', () => {
    expect(enginePackages({ id: 'ubuntu', codename: 'noble' }).suites).toEqual(['noble'])
    expect(canInstall({ id: 'ubuntu' }, 0)).toBe(true)
  })

  test('packages come from the mirrors that this computer already uses, signed', () => {
    const printed = "'http://m.example/debian/dists/bookworm/InRelease' a 0 \n'http://s.example/security/dists/bookworm-security/InRelease' b 0 \n"
    expect(sourceLines({ id: 'debian', codename: 'bookworm' }, 'sid', printed).split('\n')).toEqual([
      'deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://m.example/debian bookworm main',
      'deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://m.example/debian sid main',
      'deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://s.example/security bookworm-security main',
      '',
    ])
    expect(sourceLines({ id: 'debian', codename: 'bookworm' }, 'sid', '')).toBeUndefined()
  })
})
