import type Docker from 'dockerode'
import { PassThrough } from 'node:stream'
import { execa } from 'execa'
import type { PackageSeen, PhotoSeen } from '../../core/health/device'
import { listedCards, readSmi, SMI_QUERY, type DriverSeen } from '../../core/health/nvidia-smi'
import { childEnvironment } from '../compose/run-compose'
import { deadline } from '../engine/deadline'
import { sleep } from '../sleep'

const SMI_MS = 5000
const CONTAINER_MS = 20_000
const BUSY_EVERY_MS = 250

/** What the driver of this computer says now. */
export async function lookAtDriver(): Promise<DriverSeen> {
  const ran = await execa('nvidia-smi', [...SMI_QUERY], { env: smiEnvironment(), extendEnv: false, reject: false, timeout: SMI_MS, all: true })
  return readSmi({ code: ran.exitCode ?? ('code' in ran && ran.code === 'ENOENT' ? null : 1), output: ran.all ?? '' })
}

/** The environment in which the driver's program is found. */
export function smiEnvironment(): Record<string, string> {
  const env = childEnvironment()
  // Inside Windows it lies where only a login shell looks.
  return process.platform === 'linux' ? { ...env, PATH: [env['PATH'], '/usr/lib/wsl/lib'].filter(Boolean).join(':') } : env
}

/** A package to try, and how it asks for the card. */
export interface Trial {
  readonly image: string
  readonly by: 'add-on' | 'cdi'
}

/** Asks Docker to pass the card on to a small run of a package that is here, without a network, and what that saw. */
export async function lookFromContainer(docker: Docker, trial: Trial): Promise<PackageSeen> {
  const container = await deadline(docker.createContainer(probeOf(trial)), CONTAINER_MS).catch(() => null)
  // Not built, or Docker is gone: nothing is known then.
  if (!container) return { kind: 'not-tried' }
  try {
    await deadline(container.start(), CONTAINER_MS)
    await deadline(container.wait(), CONTAINER_MS)
    const output = await textOf(container)
    const cards = listedCards(output)
    return cards.length > 0 ? { kind: 'saw', cards } : { kind: 'saw-none', said: output.trim().split('\n')[0] ?? '' }
  } catch (error) {
    return refusal((error as Error).message)
  } finally {
    await deadline(container.remove({ force: true }), CONTAINER_MS).catch(() => undefined)
  }
}

function refusal(said: string): PackageSeen {
  // The card's program is put into the package by the add-on: without it nothing was passed on.
  if (/"nvidia-smi": executable file not found/.test(said)) return { kind: 'saw-none', said }
  // A package of another kind of Linux cannot run it: that says nothing about the card.
  return /nvidia-smi.*(no such file|exec format error)/.test(said) ? { kind: 'not-tried' } : { kind: 'refused', said }
}

const REQUESTS: Readonly<Record<Trial['by'], Docker.DeviceRequest>> = {
  'add-on': { Driver: 'nvidia', Count: -1, Capabilities: [['gpu', 'utility']] },
  cdi: { Driver: 'cdi', DeviceIDs: ['nvidia.com/gpu=all'] },
}

function probeOf({ image, by }: Trial): Docker.ContainerCreateOptions {
  return {
    Image: image,
    Entrypoint: ['nvidia-smi', '-L'],
    Cmd: [],
    // The package itself may ask for less than the list needs.
    Env: ['NVIDIA_DRIVER_CAPABILITIES=utility', 'NVIDIA_VISIBLE_DEVICES=all'],
    Labels: { 'facecraft.panel.purpose': 'card' },
    HostConfig: { NetworkMode: 'none', ReadonlyRootfs: true, DeviceRequests: [REQUESTS[by]] },
  }
}

async function textOf(container: Docker.Container): Promise<string> {
  const raw = await deadline(container.logs({ stdout: true, stderr: true, follow: false }), CONTAINER_MS)
  const out = new PassThrough()
  const parts: Buffer[] = []
  out.on('data', (part: Buffer) => parts.push(part))
  const framed = PassThrough.from([raw])
  container.modem.demuxStream(framed, out, out)
  await new Promise((resolve) => framed.once('end', resolve))
  return Buffer.concat(parts).toString('utf8')
}

/** Looks how busy the card is while `work` goes on, and gives its result with what was seen. */
export async function watchCard<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly photo: PhotoSeen }> {
  const before = busyOf(await lookAtDriver())
  if (before === null) return { result: await work(), photo: { kind: 'not-watched' } }
  let busiest = before
  const done = new AbortController()
  const look = async (): Promise<void> => {
    while (!done.signal.aborted) {
      busiest = Math.max(busiest, busyOf(await lookAtDriver()) ?? 0)
      await sleep(BUSY_EVERY_MS, done.signal)
    }
  }
  const looking = look()
  try {
    const result = await work()
    return { result, photo: { kind: 'watched', before, busiest, at: Date.now() } }
  } finally {
    done.abort()
    await looking
  }
}

function busyOf(driver: DriverSeen): number | null {
  const tells = driver.kind === 'cards' ? driver.cards.flatMap((card) => card.busy ?? []) : []
  return tells.length === 0 ? null : Math.max(...tells)
}
