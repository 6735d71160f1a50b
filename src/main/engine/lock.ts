import type Docker from 'dockerode'
import { holderOf, isAbandoned, lockLabels, lockName, takeOverName, type HolderSeen, type LockHolder } from '../../core/operation/lock'
import { deadline } from './deadline'
import { beganAt, isBeforeStart, isRunning, thisHost } from './this-process'

const ASK_MS = 4000
const AGAIN_MS = 2000
const TRIES = 1800
const DEEPEST = 4

/** The lock as it was got, or who has it. */
export type Taken = { readonly kind: 'held'; readonly release: () => Promise<void> } | { readonly kind: 'taken'; readonly by: LockHolder }

// The locks that this process holds: any other one with its number is a leftover.
const held = new Set<string>()
// Those that a person decided to take over.
const givenUp = new Set<string>()

/**
 * Takes the lock of a project on its engine: a volume, since making one with a name that exists leaves the one that is there
 * with the labels of who made it. Where no lock can be made the work goes on without one.
 */
export async function takeLock(docker: Docker, project: string, mine: LockHolder): Promise<Taken> {
  held.add(mine.token)
  const by = await hold(docker, { name: lockName(project), mine, depth: 0 }).catch(() => null)
  if (by === null || by.token === mine.token) return { kind: 'held', release: () => release(docker, lockName(project), mine) }
  held.delete(mine.token)
  return { kind: 'taken', by }
}

/** Who holds the lock of a project and is still there; null when nobody is. */
export async function lockHolder(docker: Docker, project: string): Promise<LockHolder | null> {
  const by = await holderNow(docker, lockName(project)).catch(() => null)
  return by && !held.has(by.token) && !(await isLeft(by)) ? by : null
}

/** Lets the next one who asks take over from this holder, whatever it does. */
export function giveUpOn(token: string): void {
  givenUp.add(token)
}

interface Try {
  readonly name: string
  readonly mine: LockHolder
  readonly depth: number
}

// Whoever comes back holds it. A lock that was left is removed only by who holds the right to remove that very one.
async function hold(docker: Docker, { name, mine, depth }: Try): Promise<LockHolder | null> {
  await deadline(docker.createVolume({ Name: name, Labels: lockLabels(mine) }), ASK_MS)
  const labels = await labelsOf(docker, name)
  // Released between the two questions.
  if (labels === null) return depth > DEEPEST ? null : hold(docker, { name, mine, depth: depth + 1 })
  const by = holderOf(labels)
  if (by === null || by.token === mine.token || depth > DEEPEST || !(await isLeft(by))) return by
  const turn = takeOverName(name, by)
  const first = await hold(docker, { name: turn, mine, depth: depth + 1 })
  if (first?.token !== mine.token) return first ?? by
  try {
    if ((await holderNow(docker, name))?.token === by.token) await remove(docker, name)
    return await hold(docker, { name, mine, depth: depth + 1 })
  } finally {
    await remove(docker, turn)
  }
}

async function isLeft(by: LockHolder): Promise<boolean> {
  return givenUp.has(by.token) || isAbandoned(by, await seen(by), Date.now())
}

async function seen({ host, pid, began, token, since }: LockHolder): Promise<HolderSeen> {
  if (host !== (await thisHost())) return { kind: 'elsewhere' }
  const now = await beganAt(pid)
  if (pid === process.pid && now === began) return { kind: 'own', working: held.has(token) ? 'yes' : 'no' }
  const same = now === '' || began === '' || now === began
  return { kind: 'here', process: isRunning(pid) && same && !isBeforeStart(since) ? 'runs' : 'gone' }
}

// An engine that went away meanwhile still has it when it comes back.
async function release(docker: Docker, name: string, mine: LockHolder): Promise<void> {
  const once = async (): Promise<boolean> => {
    try {
      if ((await holderNow(docker, name))?.token === mine.token) await remove(docker, name)
      return true
    } catch {
      return false
    }
  }
  const done = await once()
  held.delete(mine.token)
  if (!done) void again(once)
}

async function again(once: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < TRIES; tries++) {
    // Nothing stays open for this alone.
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS).unref())
    if (await once()) return
  }
}

async function holderNow(docker: Docker, name: string): Promise<LockHolder | null> {
  return holderOf(await labelsOf(docker, name))
}

// Null where there is no such volume.
async function labelsOf(docker: Docker, name: string): Promise<Readonly<Record<string, string>> | null> {
  try {
    // Without labels the engine says null.
    const { Labels } = (await deadline(docker.getVolume(name).inspect(), ASK_MS)) as { readonly Labels: Readonly<Record<string, string>> | null }
    return Labels ?? {}
  } catch (error) {
    if (isAbsent(error)) return null
    throw error
  }
}

async function remove(docker: Docker, name: string): Promise<void> {
  await deadline(docker.getVolume(name).remove(), ASK_MS).catch((error: unknown) => {
    if (!isAbsent(error)) throw error
  })
}

function isAbsent(error: unknown): boolean {
  return (error as { statusCode?: number }).statusCode === 404
}
