import { explain } from '../../core/failure/explain'
import type { Problem } from '../../core/failure/failure'

/** What an exception of an engine call means: the engine went away, gave no answer, or something nobody thought of. */
export function troubleOf(error: unknown, command: string): Problem {
  const { code, message } = error as { code?: string; message?: string }
  const evidence = [message ?? String(error)]
  if (code === 'DEADLINE') return explain({ kind: 'engine-silent' }, evidence)
  if (code === 'ECONNREFUSED' || code === 'ENOENT' || code === 'ECONNRESET' || code === 'EPIPE') return explain({ kind: 'engine-lost' }, evidence)
  return explain({ kind: 'unknown', command, code: null }, evidence)
}
