import type { Pattern } from './recognise'

/** Starting and running the app. */
export const runPatterns: readonly Pattern[] = [
  [/could not select device driver|unresolvable CDI devices|CDI device injection failed/, () => ({ kind: 'no-graphics-card' })],
  [
    /(?:failed to bind host port for|Bind for) \S*?:(\d+)(?::\S+)?(?:\/tcp)?\b.*(?:address already in use|port is already allocated)/,
    ([, port]) => ({ kind: 'port-taken', port: Number(port), owner: null }),
  ],
  [/[Tt]he container name "\/?(.+?)" is already in use/, ([, name = '']) => ({ kind: 'name-taken', name })],
  [/all predefined address pools have been fully subnetted|could not find an available, non-overlapping IPv4 address pool/, () => ({ kind: 'no-addresses-left' })],
  [/exec: "(.+?)": (?:executable file not found|stat .*no such file|permission denied)/, ([, program = ''], { context }) => (context === 'start' ? { kind: 'program-missing', program } : null)],
]
