import { createServer } from 'node:net'
import type Docker from 'dockerode'
import { sleep } from '../sleep'
import { deadline } from './deadline'

const LIST_MS = 5000
const LOOK_EVERY_MS = 10

/** Whether this computer's address and port can be taken. */
export function portIsFree(address: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ host: address, port, exclusive: true }, () => server.close(() => resolve(true)))
  })
}

/** Waits until the port is free; false when the signal came or the seconds passed first. */
export async function waitForPort(
  { address, port }: { readonly address: string; readonly port: number },
  seconds: number,
  signal: AbortSignal,
): Promise<boolean> {
  const until = Date.now() + seconds * 1000
  while (!signal.aborted && Date.now() < until) {
    if (await portIsFree(address, port)) return true
    await sleep(LOOK_EVERY_MS, signal)
  }
  return false
}

/** The name of the running container that publishes this port, or null. */
export async function containerOnPort(docker: Docker, port: number): Promise<{ readonly name: string; readonly project: string | null } | null> {
  const listed = await deadline(docker.listContainers(), LIST_MS)
  const owner = listed.find((c) => c.Ports.some((p) => p.PublicPort === port))
  return owner ? { name: (owner.Names[0] ?? owner.Id).replace(/^\//, ''), project: owner.Labels['com.docker.compose.project'] ?? null } : null
}
