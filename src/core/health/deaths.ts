import { z } from 'zod'
import type { Ending } from './ending'

/** What the engine tells about one container, in the order in which it happened. */
export interface EngineEvent {
  readonly action: string
  readonly id: string
  readonly service: string
  /** The exit code of a `die`, the signal of a `kill`. */
  readonly code: number | null
  /** Milliseconds since 1970, in whole seconds as the engine tells them. */
  readonly at: number
}

/** What was heard about each container: what was asked of it, and how its last run ended. */
export type Deaths = ReadonlyMap<string, Heard>

interface Heard {
  /** When an end was asked for that has not come yet. */
  readonly asked: number | null
  readonly memory: boolean
  readonly last: Ending | null
}

const shape = z.looseObject({
  Action: z.string(),
  time: z.number().default(0),
  Actor: z.looseObject({ ID: z.string(), Attributes: z.record(z.string(), z.string()).default({}) }),
})

/** The events that change how the app is; the many others, such as those of Docker's own health checks, need not be sent. */
export const TELLING = ['create', 'start', 'die', 'stop', 'kill', 'oom', 'pause', 'unpause', 'destroy', 'restart', 'health_status'] as const

/** Reads one line of the engine's events; null where it is none. */
export function readEvent(line: string): EngineEvent | null {
  try {
    const { Action, Actor, time } = shape.parse(JSON.parse(line))
    const { exitCode, signal, 'com.docker.compose.service': service = '' } = Actor.Attributes
    const code = exitCode ?? signal
    return { action: Action, id: Actor.ID, service, code: code === undefined ? null : Number(code), at: time * 1000 }
  } catch {
    return null
  }
}

const NOTHING: Heard = { asked: null, memory: false, last: null }
// A hang-up or a signal of the app's own (1, 10, 12) asks for something else than an end.
const ENDS = [2, 3, 9, 15]

/** What is known after one more event. */
export function hear(deaths: Deaths, event: EngineEvent): Deaths {
  const known = deaths.get(event.id) ?? NOTHING
  const next = heard(known, event)
  return next === known ? deaths : new Map([...deaths, [event.id, next]])
}

function heard(known: Heard, { action, code, at }: EngineEvent): Heard {
  switch (action) {
    case 'kill':
      return code !== null && ENDS.includes(code) ? { ...known, asked: at } : known
    case 'oom':
      return { ...known, memory: true }
    case 'die':
      return { asked: null, memory: false, last: lastOf(known, code ?? 0) }
    case 'destroy':
      return { ...NOTHING, last: { kind: 'removed' } }
    default:
      return known
  }
}

// The kernel also ends a helper of the app for want of memory: only 137 says that it was the app itself.
function lastOf(known: Heard, code: number): Ending {
  if (known.memory && code === 137) return { kind: 'out-of-memory', limitBytes: null }
  return known.asked !== null ? { kind: 'asked' } : { kind: 'itself', code }
}

// Longer than the grace that anybody gives: what was asked for and did not come is no excuse any more.
const GRACE_MS = 60_000

/** Whether an end of this container was asked for and is on its way. */
export function isEnding(id: string, deaths: Deaths, now: number): boolean {
  const asked = deaths.get(id)?.asked ?? null
  return asked !== null && now - asked < GRACE_MS
}

/** How a container ended: what was heard, else what the engine remembers; null where that does not say. */
export function endingOf(
  container: { readonly id: string; readonly exitCode: number; readonly outOfMemory: boolean; readonly memoryLimitBytes: number | null },
  deaths: Deaths,
): Ending | null {
  const last = deaths.get(container.id)?.last ?? null
  if (container.outOfMemory || last?.kind === 'out-of-memory') return { kind: 'out-of-memory', limitBytes: container.memoryLimitBytes }
  if (last) return last
  // Nobody watched: these codes also come from a stop that a person asked for.
  return [0, 130, 137, 143].includes(container.exitCode) ? null : { kind: 'itself', code: container.exitCode }
}
