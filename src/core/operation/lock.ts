import { isOperationKind, type OperationKind } from './operation'

/** Who works on a project, as it is written on the engine for all panels to read. */
export interface LockHolder {
  readonly token: string
  readonly what: OperationKind
  readonly variant: string
  /** Milliseconds since 1970, by the holder's clock. */
  readonly since: number
  /** The person and computer, such as "anna on desk". */
  readonly who: string
  /** This computer between two starts of it; the same for all panels on it. */
  readonly host: string
  readonly pid: number
  /** When that process began, as its system counts; empty where that is not told. */
  readonly began: string
}

/** What can be seen of a holder from here: this very panel, a process of this computer, or one that cannot be looked at. */
export type HolderSeen =
  | { readonly kind: 'own'; readonly working: 'yes' | 'no' }
  | { readonly kind: 'here'; readonly process: 'runs' | 'gone' }
  | { readonly kind: 'elsewhere' }

const LABEL = 'facecraft.panel.lock'
// Longer than any build or start that is not stuck.
const LONGEST_MS = 2 * 3_600_000
const STUCK_MS = 10 * 60_000

/** The name of the volume that stands for the lock of a project. */
export function lockName(project: string): string {
  return `facecraft-panel-lock-${project}`
}

/** The name of the lock for who may take over from a holder, so that two do not. */
export function takeOverName(lock: string, holder: LockHolder): string {
  return `${lock}-after-${holder.token}`
}

/** The labels that tell who holds a lock. */
export function lockLabels(holder: LockHolder): Record<string, string> {
  return Object.fromEntries(Object.entries(holder).map(([key, value]) => [`${LABEL}.${key}`, String(value)]))
}

/** Who holds the lock with these labels; null where they are not of a lock. */
export function holderOf(labels: Readonly<Record<string, string>> | null | undefined): LockHolder | null {
  const label = (key: keyof LockHolder): string => labels?.[`${LABEL}.${key}`] ?? ''
  const what = label('what')
  if (label('token') === '' || !isOperationKind(what)) return null
  return {
    token: label('token'),
    what,
    variant: label('variant'),
    since: Number(label('since')) || 0,
    who: label('who'),
    host: label('host'),
    pid: Number(label('pid')) || 0,
    began: label('began'),
  }
}

/** Whether nobody stands behind a lock any more, so that it may be taken over. */
export function isAbandoned(holder: LockHolder, seen: HolderSeen, now: number): boolean {
  switch (seen.kind) {
    case 'own':
      return seen.working === 'no'
    case 'here':
      return seen.process === 'gone'
    case 'elsewhere':
      return now - holder.since > LONGEST_MS
  }
}

/** Whether it takes so long that a person may want to take over. */
export function seemsStuck(holder: LockHolder, now: number): boolean {
  return now - holder.since > STUCK_MS
}
