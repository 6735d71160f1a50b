import type { FailureKind } from './failure'
import { downloadPatterns } from './patterns-download'
import { enginePatterns } from './patterns-engine'
import { projectPatterns } from './patterns-project'
import { runPatterns } from './patterns-run'
import { stepPatterns } from './patterns-step'

/** A command that failed: as typed, its exit code, and everything it said that may tell why. */
export interface Failed {
  readonly command: string
  readonly code: number | null
  readonly lines: readonly string[]
  readonly context: 'config' | 'build' | 'start' | 'stop'
}

/** Words of Docker and the programs it runs, and what they mean; the first pattern that fits counts. */
export type Pattern = readonly [pattern: RegExp, meaning: (match: RegExpExecArray, failed: Failed) => FailureKind]

/** What kind of failure this is; `unknown` when nothing fits. */
export function recognise(failed: Failed): FailureKind {
  const text = failed.lines.join('\n')
  for (const [pattern, meaning] of PATTERNS) {
    const match = pattern.exec(text)
    if (match) return meaning(match, failed)
  }
  return { kind: 'unknown', command: failed.command, code: failed.code }
}

// From what explains everything else to what explains least.
const PATTERNS: readonly Pattern[] = [...enginePatterns, ...projectPatterns, ...runPatterns, ...downloadPatterns, ...stepPatterns]
