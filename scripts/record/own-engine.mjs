import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { daemonEnv } from '../setup/engine/packages.mjs'
import { ping } from '../setup/engine/ping.mjs'

/**
 * Starts a second engine in a network of its own, since two in one network tear down each other's rules.
 * `disk` is the size of its storage, which lies in memory; `images` come from the shared engine; `flags` go to dockerd.
 */
export async function startOwnEngine(folder, { disk = '2g', images = ['debian:trixie-slim'], flags = [], memory } = {}) {
  const data = join(folder, 'data')
  mkdirSync(data, { recursive: true })
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${disk}`, 'tmpfs', data])
  const group = memory ? limitMemory(memory) : undefined
  const host = `unix://${join(folder, 's')}`
  const packages = packagesFolder()
  const all = [
    '--data-root',
    data,
    '--exec-root',
    join(folder, 'exec'),
    '-p',
    join(folder, 'pid'),
    '-H',
    host,
    ...flags,
    ...(group ? ['--cgroup-parent', group.name] : []),
  ]
  const engine = { host, socket: join(folder, 's'), folder }

  async function start() {
    const log = openSync(join(folder, 'log'), 'a')
    const inside = 'ip link set lo up && exec "$0" "$@"'
    const daemon = spawn('unshare', ['--net', 'sh', '-c', inside, join(packages, 'usr/sbin/dockerd'), ...all], {
      env: daemonEnv(packages),
      stdio: ['ignore', log, log],
      detached: true,
    })
    daemon.unref()
    for (let i = 0; i < 300; i += 1) {
      if ((await ping(host)) === 'answers') return
      await sleep(100)
    }
    throw new Error(`the second engine did not start, see ${join(folder, 'log')}`)
  }

  const pid = () => Number(readFileSync(join(folder, 'pid'), 'utf8'))
  const signal = (name) => process.kill(pid(), name)

  // After a SIGKILL its containerd lives on and has to be ended by its own pid.
  async function stop() {
    for (const file of [join(folder, 'pid'), join(folder, 'exec/containerd/containerd.pid')]) {
      if (!existsSync(file)) continue
      const id = Number(readFileSync(file, 'utf8'))
      for (let i = 0; i < 300 && isOurs(id, folder); i += 1) {
        if (i % 100 === 0) process.kill(id, i === 0 ? 'SIGTERM' : 'SIGKILL')
        await sleep(100)
      }
    }
    for (const line of readFileSync('/proc/mounts', 'utf8').split('\n').reverse()) {
      const where = line.split(' ')[1]
      if (where?.startsWith(folder)) execFileSync('umount', ['-l', where])
    }
    rmSync(folder, { recursive: true, force: true })
    group?.remove()
  }

  await start()
  for (const image of images) {
    const saved = execFileSync('docker', ['save', image], { maxBuffer: 1 << 30 })
    execFileSync('docker', ['load'], { input: saved, env: { ...process.env, DOCKER_HOST: host }, maxBuffer: 1 << 30 })
  }
  return { ...engine, start, signal, stop }
}

// The docker command that is used comes from the same packages as its engine.
function packagesFolder() {
  const command = process.env.PATH.split(delimiter)
    .map((p) => join(p, 'docker'))
    .find(existsSync)
  return dirname(dirname(dirname(command)))
}

function isOurs(pid, folder) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder)
  } catch {
    return false
  }
}

function limitMemory(bytes) {
  const name = '/fcrec-memory'
  const folder = `/sys/fs/cgroup/memory${name}`
  execFileSync('sh', ['-c', `mkdir -p ${folder} && echo ${bytes} > ${folder}/memory.limit_in_bytes`])
  return { name, remove: () => execFileSync('sh', ['-c', `rmdir ${folder}/* ${folder} 2>/dev/null || true`]) }
}
