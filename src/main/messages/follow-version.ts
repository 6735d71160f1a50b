import type Docker from 'dockerode'
import { assertNever } from '../../core/assert-never'
import { isUp } from '../../core/health/app-state'
import { abortedWith } from '../aborted-with'
import type { ContainerFacts } from '../engine/containers'
import type { MessageStore } from './message-store'
import { readContainer } from './read-container'

/** Whose messages to keep: those of the containers of one version, as the watch sees them. */
export interface VersionFollowed {
  readonly docker: Docker
  readonly store: MessageStore
  readonly containers: () => readonly ContainerFacts[]
  /** Resolves after the next look at the containers. */
  readonly nextLook: (signal: AbortSignal) => Promise<void>
}

const AGAIN_MS = 1000

/** Keeps what the containers of a version write, one after the other, until the signal is aborted. */
export async function followVersion(followed: VersionFollowed, signal: AbortSignal): Promise<void> {
  const { store, containers, nextLook } = followed
  let before: Step = { readRun: '', endedOf: '' }
  while (!signal.aborted) {
    before = await goneWhole(followed, before).catch(() => before)
    const next = toRead(containers(), store, before.readRun)
    if (next === null) {
      await nextLook(signal)
      continue
    }
    // Where it cannot be written, it is tried again: Docker still has it.
    const step = await readNext(followed, { next, before }, signal).catch(() => null)
    if (step === null || step.pause) {
      const soon = abortedWith(signal, AbortSignal.timeout(AGAIN_MS))
      await nextLook(soon.signal)
      soon.abort()
    }
    before = step ?? { ...before, endedOf: '' }
  }
}

// A log that had ended when its container was removed is whole.
async function goneWhole({ store, containers }: VersionFollowed, before: Step): Promise<Step> {
  if (before.endedOf === '' || containers().some((c) => c.id === before.endedOf)) return before
  if (!store.log().isWhole()) await store.add(store.log().end(Date.now()))
  return { ...before, endedOf: '' }
}

interface Step {
  /** The run whose log was read to its end. */
  readonly readRun: string
  /** The container whose log seemed to end. */
  readonly endedOf: string
  readonly pause?: 'pause'
}

async function readNext(
  { docker, store, containers }: VersionFollowed,
  { next, before }: { readonly next: ContainerFacts; readonly before: Step },
  signal: AbortSignal,
): Promise<Step> {
  if (store.log().container() !== next.id) await store.add(store.log().begin(next.id, Date.now()))
  const read = await readContainer({ docker, id: next.id, store }, signal)
  const now = containers().find((c) => c.id === next.id)
  const stopped = now === undefined || !isUp(now.state)
  // Its end is believed when nothing more comes after it.
  if (read.kind === 'ended' && read.added === 0 && stopped) {
    await store.add(store.log().end(Date.now()))
    return { readRun: runOf(now ?? next), endedOf: '' }
  }
  const { readRun } = before
  switch (read.kind) {
    case 'ended':
      return read.added > 0 ? { readRun, endedOf: next.id } : { readRun, endedOf: next.id, pause: 'pause' }
    case 'gone':
      return { ...before, pause: 'pause' }
    case 'broken':
      return { readRun, endedOf: '', pause: 'pause' }
    default:
      return assertNever(read)
  }
}

// First what was begun, as long as it is there; then the one that runs or ran last.
function toRead(containers: readonly ContainerFacts[], store: MessageStore, readRun: string): ContainerFacts | null {
  const begun = containers.find((c) => c.id === store.log().container())
  if (begun && !store.log().isWhole() && runOf(begun) !== readRun) return begun
  const newest = containers.find((c) => isUp(c.state)) ?? containers.toSorted((a, b) => (b.startedAt ?? 0) - (a.startedAt ?? 0))[0]
  return newest && newest.startedAt !== null && runOf(newest) !== readRun ? newest : null
}

function runOf({ id, startedAt }: ContainerFacts): string {
  return `${id} ${startedAt}`
}
