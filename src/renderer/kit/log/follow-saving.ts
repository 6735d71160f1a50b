import type { Saving } from '../../../shared/contract'
import type { LogSaved } from './shown-log'

/** Follows how a log is saved to its end; `told` hears the share that is written. */
export async function followSaving(
  begin: (signal: AbortSignal) => Promise<AsyncIterable<Saving>>,
  told: (share: number) => void,
  signal: AbortSignal,
): Promise<LogSaved> {
  try {
    for await (const said of await begin(signal)) {
      if (said.kind !== 'saving') return said
      told(said.share)
    }
  } catch (error) {
    if (!signal.aborted) return { kind: 'not-written', why: String(error) }
  }
  return { kind: 'not-saved' }
}
