import type { FailureKind, Problem } from '../failure/failure'
import type { Pill } from './headline-words'

type Sign = readonly [Pill['mark'], Pill['tone'], string]

/** The sign of a problem that has one of its own; null for all others. */
export function problemSign(problem: Problem): Sign | null {
  return signs[problem.failure.kind] ?? null
}

/** Amber for what only stands in the way, red for what broke. */
export function problemTone(problem: Problem): 'warn' | 'bad' {
  return inTheWay.has(problem.failure.kind) ? 'warn' : 'bad'
}

const signs: Partial<Record<FailureKind['kind'], Sign>> = {
  'other-version-runs': ['triangle', 'warn', 'Not started'],
  'consent-needed': ['triangle', 'warn', 'Asks first'],
  'port-taken': ['triangle', 'warn', 'Address in use'],
  'other-panel': ['triangle', 'warn', 'Another panel'],
  'other-folder': ['triangle', 'warn', 'Another folder'],
  'disk-full': ['triangle', 'warn', 'Too little space'],
  'no-graphics-card': ['triangle', 'warn', 'No graphics card'],
  'project-invalid': ['cross', 'bad', 'File has an error'],
  'stopped-itself': ['cross', 'bad', 'Stopped by itself'],
  'never-ready': ['cross', 'bad', 'Never ready'],
  'switch-interrupted': ['triangle', 'warn', 'Switch broken off'],
  'switch-rolled-back': ['triangle', 'warn', 'Switch undone'],
  'switch-cancelled': ['triangle', 'warn', 'Switch undone'],
  'switch-undone': ['triangle', 'warn', 'Switch undone'],
  'old-still-runs': ['triangle', 'warn', 'Two versions run'],
  'hand-over-refused': ['triangle', 'warn', 'Switch undone'],
  'roll-back-failed': ['cross', 'bad', 'Not running'],
}

const inTheWay: ReadonlySet<FailureKind['kind']> = new Set([
  'port-taken',
  'consent-needed',
  'other-version-runs',
  'disk-full',
  'no-graphics-card',
  'switch-rolled-back',
  'switch-cancelled',
  'switch-undone',
  'hand-over-refused',
  'switch-interrupted',
  'old-still-runs',
  'engine-forbidden',
  'compose-missing',
  'photo-refused',
  'busy',
  'other-panel',
  'other-folder',
])
