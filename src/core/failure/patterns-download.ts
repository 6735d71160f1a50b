import type { Pattern } from './recognise'

/** Downloads: base systems, packages, models. */
export const downloadPatterns: readonly Pattern[] = [
  [/toomanyrequests|429 Too Many Requests/i, () => ({ kind: 'registry-busy', host: null })],
  [/DO NOT MATCH THE HASHES/, () => ({ kind: 'wrong-hash', file: null })],
  [/^(\S+): FAILED$/m, ([, file = '']) => ({ kind: 'wrong-hash', file })],
]
