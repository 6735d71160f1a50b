import type { ComposeConfig, ComposeService } from './compose-config'
import { bindsOutside, insidePaths } from './host-paths'

/** One thing that starting a project would do to this computer beyond running in its containers. */
export interface Hazard {
  readonly kind: 'program' | 'docker' | 'privileged' | 'namespace' | 'files' | 'device' | 'rights'
  readonly service: string
  readonly words: string
}

/** What `up` would do to this computer, in plain words; empty for a project that stays in its containers and its folder. */
export function hazardsOf(config: ComposeConfig, folder: string): readonly Hazard[] {
  return Object.entries(config.services ?? {}).flatMap(([service, asked]) =>
    RULES.flatMap(([kind, rule]) => rule(asked, { config, folder }).map((words) => ({ kind, service, words: `"${service}" ${words}` }))),
  )
}

/** The text whose hash a consent is remembered under: the effective configuration, in one order whatever order Compose gave. */
export function consentText(config: ComposeConfig): string {
  return JSON.stringify(config, (_key, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
}

interface Around {
  readonly config: ComposeConfig
  readonly folder: string
}

type Rule = (service: ComposeService, around: Around) => readonly string[]

const RULES: readonly (readonly [Hazard['kind'], Rule])[] = [
  ['program', ({ provider }) => (provider ? [`runs the program "${provider.type ?? '?'}" on this computer, outside any container`] : [])],
  ['docker', dockerRule],
  [
    'privileged',
    ({ privileged, build }) => [
      ...(privileged ? ['runs with all rights on this computer (privileged)'] : []),
      ...(build?.privileged ? ['is built with all rights on this computer (privileged)'] : []),
    ],
  ],
  ['namespace', namespaceRule],
  [
    'files',
    (service, { config, folder }) =>
      bindsOutside(service, config, folder).map(
        ({ path, access }) => `can ${access === 'read' ? 'read' : 'read and change'} ${path}, which lies outside the project's folder`,
      ),
  ],
  ['device', deviceRule],
  ['rights', rightsRule],
]

function dockerRule({ volumes, use_api_socket }: ComposeService): readonly string[] {
  const socket = (volumes ?? []).some((v) => v.type === 'bind' && isSocket(insidePaths(v.source ?? '')))
  return socket || use_api_socket ? ['controls Docker itself, and through it this whole computer'] : []
}

/** Whether a path is the address of a container engine. */
export function isSocket(path: string): boolean {
  return /(docker|containerd|podman|crio|cri-dockerd)\.sock$|^\\\\\.\\pipe\\docker/.test(path)
}

function namespaceRule(service: ComposeService): readonly string[] {
  const shared: readonly (readonly [string | null | undefined, string])[] = [
    [service.network_mode, "uses this computer's network as its own (network_mode: host)"],
    [service.pid, 'sees and can stop the programs of this computer (pid: host)'],
    [service.ipc, "shares this computer's memory exchange (ipc: host)"],
    [service.uts, "can change this computer's name (uts: host)"],
    [service.userns_mode, 'is administrator as on this computer itself (userns_mode: host)'],
    [service.cgroup, "sees this computer's resource control (cgroup: host)"],
  ]
  return shared.flatMap(([value, words]) => (value === 'host' ? [words] : []))
}

function deviceRule({ devices, device_cgroup_rules }: ComposeService): readonly string[] {
  const names = (devices ?? []).flatMap((d) => deviceName(d)).filter((name) => !isCardFile(name))
  const rules = device_cgroup_rules?.length ? ['may use whole classes of devices (device_cgroup_rules)'] : []
  return names.length > 0 ? [`uses the device ${names.join(', ')} of this computer`, ...rules] : rules
}

function deviceName(device: unknown): readonly string[] {
  if (typeof device === 'string') return [device.split(':')[0] ?? device]
  const source = (device as { readonly source?: unknown } | null)?.source
  return typeof source === 'string' ? [source] : []
}

// A graphics card is what a version is chosen for; it is no surprise.
function isCardFile(name: string): boolean {
  return /^\/dev\/(kfd|dri|nvidia|dxg)|^[\w.-]+\/[\w.-]+=/.test(name)
}

const HARMLESS = new Set([
  'NET_BIND_SERVICE',
  'CHOWN',
  'SETUID',
  'SETGID',
  'FOWNER',
  'DAC_OVERRIDE',
  'KILL',
  'IPC_LOCK',
  'SYS_NICE',
  'FSETID',
  'SETPCAP',
  'SETFCAP',
  'NET_RAW',
  'AUDIT_WRITE',
  'SYS_CHROOT',
])

function rightsRule({ cap_add, security_opt }: ComposeService): readonly string[] {
  const rights = (cap_add ?? []).map((c) => c.toUpperCase().replace(/^CAP_/, '')).filter((c) => !HARMLESS.has(c))
  const open = (security_opt ?? []).filter((o) => /unconfined|label[:=]disable/.test(o))
  return [
    ...(rights.length > 0 ? [`gets rights of an administrator: ${rights.join(', ')}`] : []),
    ...(open.length > 0 ? [`switches off a protection: ${open.join(', ')}`] : []),
  ]
}
