import type Docker from 'dockerode'
import { deadline } from '../engine/deadline'

const ENGINE_MS = 10_000
const known = new Map<string, boolean>()

/** Whether a package has the Python that a forwarder made from it needs; tried once for each package, without a network. */
export async function hasPython(docker: Docker, digest: string): Promise<boolean> {
  const before = known.get(digest)
  if (before !== undefined) return before
  const found = await tryPython(docker, digest)
  known.set(digest, found)
  return found
}

async function tryPython(docker: Docker, image: string): Promise<boolean> {
  const trial = await deadline(
    docker.createContainer({
      Image: image,
      Entrypoint: ['python3', '-I', '-c'],
      Cmd: ['import asyncio, http.client'],
      User: '65534:65534',
      Labels: { 'facecraft.panel.purpose': 'forwarder-trial' },
      HostConfig: { NetworkMode: 'none', ReadonlyRootfs: true },
    }),
    ENGINE_MS,
  )
  try {
    await deadline(trial.start(), ENGINE_MS)
    const { StatusCode: code } = (await deadline(trial.wait(), ENGINE_MS)) as { StatusCode: number }
    return code === 0
  } catch {
    return false
  } finally {
    await deadline(trial.remove({ force: true, v: true }), ENGINE_MS).catch(() => undefined)
  }
}
