import { randomBytes } from 'node:crypto'
import { hostname, userInfo } from 'node:os'
import { explain } from '../../core/failure/explain'
import { seemsStuck, type LockHolder } from '../../core/operation/lock'
import type { OperationKind, Outcome } from '../../core/operation/operation'
import { takeLock } from '../engine/lock'
import { beganAt, thisHost } from '../engine/this-process'
import type { Tools } from './tools'

/** What changes the containers of a project; a build or a check beside it disturbs nobody. */
const ACTS: ReadonlySet<OperationKind> = new Set(['start', 'stop', 'switch'])

/** Does a piece of work while no other panel works on the same project; if one does, says who and what. */
export async function underLock(tools: Tools, what: { readonly kind: OperationKind; readonly variant: string }, act: () => Promise<Outcome>): Promise<Outcome> {
  if (!ACTS.has(what.kind)) return act()
  const taken = await takeLock(tools.docker, tools.project.name, await me(what))
  if (taken.kind === 'taken') return { kind: 'failed', problem: explain(atWork(taken.by), []) }
  try {
    return await act()
  } finally {
    await taken.release()
  }
}

function atWork(by: LockHolder) {
  const now = Date.now()
  const seconds = Math.max(1, Math.round((now - by.since) / 1000))
  return { kind: 'other-panel', what: by.what, who: by.who, seconds, token: by.token, stuck: seemsStuck(by, now) ? 'maybe' : 'no' } as const
}

async function me({ kind, variant }: { readonly kind: OperationKind; readonly variant: string }): Promise<LockHolder> {
  return {
    token: randomBytes(8).toString('hex'),
    what: kind,
    variant,
    since: Date.now(),
    who: `${userInfo().username} on ${hostname()}`,
    host: await thisHost(),
    pid: process.pid,
    began: await beganAt(process.pid),
  }
}
