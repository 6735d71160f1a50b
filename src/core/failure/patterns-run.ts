import type { Pattern } from './recognise'

/** Starting and running the app. */
export const runPatterns: readonly Pattern[] = [
  [/could not select device driver/, () => ({ kind: 'no-graphics-card' })],
  [/(?:failed to bind host port for|Bind for) \S*?:(\d+)(?::\S+)?(?:\/tcp)?\b.*(?:address already in use|port is already allocated)/, ([, port]) => ({ kind: 'port-taken', port: Number(port), owner: null })],
]
