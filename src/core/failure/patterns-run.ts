import type { FailureKind } from './failure'
import type { Pattern } from './recognise'

/** Starting and running the app. */
export const runPatterns: readonly Pattern[] = [
  [
    /could not select device driver|unresolvable CDI devices|CDI device injection failed|nvidia-container-cli|runtime name: nvidia|nvidia-container-runtime/,
    () => ({ kind: 'no-graphics-card', reason: null, variant: null }),
  ],
  [
    /(?:failed to bind host port for|Bind for) \S*?:(\d+)(?::\S+)?(?:\/tcp)?\b.*(?:address already in use|port is already allocated)/,
    ([, port]) => portTaken(port),
  ],
  [/listen tcp[46]? \S*:(\d+): bind: address already in use|[Pp]orts are not available: .*?:(\d+)\b/, ([, port, other]) => portTaken(port ?? other)],
  [/[Tt]he container name "\/?(.+?)" is already in use/, ([, name = '']) => ({ kind: 'name-taken', name })],
  [
    /all predefined address pools have been fully subnetted|could not find an available, non-overlapping IPv4 address pool/,
    () => ({ kind: 'no-addresses-left' }),
  ],
  [/No such image: (\S+)/, ([, image = '']) => ({ kind: 'not-built', image })],
  [/bind source path does not exist: (.+)/, ([, path = '']) => ({ kind: 'folder-missing', path: path.trim() })],
  [/Are you trying to mount a directory onto a file/, () => invalid('A file is shared where a folder belongs, or the other way round')],
  [/Minimum memory limit allowed is (\S+)/, ([, least]) => invalid(`The app may take less memory than Docker allows; the least is ${least}`)],
  [/(network) (\S+) declared as external, but could not be found/, ([, type, name]) => ({ kind: 'other-project-missing', what: `${type} "${name}"` })],
  [/Error response from daemon: (network) (\S+) not found/, ([, type, name]) => ({ kind: 'other-project-missing', what: `${type} "${name}"` })],
  [/external (volume) "(.+?)" not found/, ([, type, name]) => ({ kind: 'other-project-missing', what: `${type} "${name}"` })],
  [/unable to find user (\S+?):/, ([, user = '']) => ({ kind: 'user-missing', user })],
  [
    /exec: "(.+?)": (executable file not found|stat .*no such file|permission denied|exec format error)/,
    ([, program = '', why = ''], { context }) =>
      context === 'start' && !why.includes('format')
        ? { kind: 'program-missing', program, reason: why === 'permission denied' ? 'forbidden' : 'absent' }
        : null,
  ],
  [/^container \S+ exited \((\d+)\)/m, ([, code]) => ({ kind: 'stopped-itself', code: Number(code), outOfMemory: code === '137', restarts: 0 })],
  [/dependency failed to start: container (\S+) is unhealthy/, ([, name = '']) => neverReady([`What it waits for, "${name}", never became ready`])],
  [/^container \S+ is unhealthy/m, () => neverReady([])],
]

function portTaken(port: string | undefined): FailureKind {
  return { kind: 'port-taken', port: Number(port), owner: null }
}

function invalid(detail: string): FailureKind {
  return { kind: 'project-invalid', line: null, detail }
}

function neverReady(reasons: readonly string[]): FailureKind {
  return { kind: 'never-ready', seconds: 0, reasons }
}
