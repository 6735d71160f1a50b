import type { Pattern } from './recognise'

/** A step's end, where nothing in its output told more. */
export const stepPatterns: readonly Pattern[] = [
  [/did not complete successfully: exit code: 137/, () => ({ kind: 'out-of-memory' })],
  [/process "(.*)" did not complete successfully: exit code: (\d+)/, ([, step = '', code]) => ({ kind: 'step-failed', step, code: Number(code) })],
]
