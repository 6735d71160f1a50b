import type { PanelChange } from '../panel/panel'
import type { Operation } from './operation'

/** What is kept of an operation: its beginning, its stages, its end. */
export type JournalEntry = Extract<PanelChange, { type: 'operation-began' | 'operation-stage' | 'operation-ended' }>

/** The operation that these entries tell, or null without a beginning. */
export function replay(entries: readonly JournalEntry[]): Operation | null {
  return entries.reduce<Operation | null>(withEntry, null)
}

function withEntry(operation: Operation | null, entry: JournalEntry): Operation | null {
  if (entry.type === 'operation-began') return entry.operation
  if (operation === null) return null
  if (entry.type === 'operation-stage') return { ...operation, stage: { name: entry.stage, since: entry.at } }
  return { ...operation, stage: null, endedAt: entry.at, outcome: entry.outcome }
}

/** An operation without an end was interrupted, at the last moment known of it. */
export function endInterrupted(operation: Operation): Operation {
  if (operation.outcome) return operation
  return { ...operation, endedAt: operation.stage?.since ?? operation.startedAt, outcome: { kind: 'interrupted' } }
}
