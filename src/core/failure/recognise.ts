import type { FailureKind } from './failure'
import { basePatterns } from './patterns-base'
import { buildFilePatterns } from './patterns-build-file'
import { downloadPatterns } from './patterns-download'
import { enginePatterns } from './patterns-engine'
import { projectPatterns } from './patterns-project'
import { runPatterns } from './patterns-run'
import { stepPatterns } from './patterns-step'

/** A command that failed: as typed, its exit code, and everything it said that may tell why. */
export interface Failed {
  readonly command: string
  /** Null when it was killed, by us or by somebody else. */
  readonly code: number | null
  readonly lines: readonly string[]
  readonly context: 'config' | 'build' | 'start' | 'stop'
  /** The plain name of the step that failed, where a build knows it. */
  readonly step?: string
  /** Whether the project has a file: tells one that is missing from one that is left out on purpose. */
  readonly has?: (path: string) => boolean
}

/** Words of Docker and the programs it runs, and what they mean; null when a second look shows that they do not. */
export type Pattern = readonly [pattern: RegExp, meaning: (match: RegExpExecArray, failed: Failed) => FailureKind | null]

/** What kind of failure this is; `unknown` when nothing fits. */
export function recognise(failed: Failed): FailureKind {
  const text = failed.lines.join('\n')
  for (const [pattern, meaning] of PATTERNS) {
    const match = pattern.exec(text)
    const failure = match && meaning(match, failed)
    if (failure) return failure
  }
  return byCode(failed)
}

// From what explains everything else to what explains least.
const PATTERNS: readonly Pattern[] = [
  ...enginePatterns,
  ...projectPatterns,
  ...runPatterns,
  ...basePatterns,
  ...buildFilePatterns,
  ...downloadPatterns,
  ...stepPatterns,
]

// Without a word: ended by a signal, or killed at our deadline because no answer came.
function byCode({ command, code, lines }: Failed): FailureKind {
  if (code === 130 || code === 143) return { kind: 'cancelled' }
  if (code === null && lines.length === 0) return { kind: 'engine-silent' }
  return { kind: 'unknown', command, code }
}
