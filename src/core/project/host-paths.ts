import type { ComposeConfig, ComposeService } from './compose-config'

/** A place of this computer that a service reaches. */
export interface HostPath {
  readonly path: string
  readonly access: 'read' | 'write'
}

/** Compose writes a dollar sign twice in its answer; a path has it once. */
export function insidePaths(path: string): string {
  return path.replaceAll('$$', '$')
}

/** Whether a path lies in a folder, or is it; both absolute, without links looked through. */
export function isInside(path: string, folder: string): boolean {
  const [inner, outer] = [tidy(path), tidy(folder)]
  return inner === outer || inner.startsWith(outer.endsWith('/') ? outer : `${outer}/`)
}

/** The places outside the project's folder that a service reaches: binds, volumes that are binds in disguise, secrets and configs. */
export function bindsOutside(service: ComposeService, config: ComposeConfig, folder: string): readonly HostPath[] {
  const seen = new Map<string, HostPath>()
  for (const place of [...mounts(service, config), ...files(service, config)]) {
    const known = seen.get(place.path)
    if (!isInside(place.path, folder) && known?.access !== 'write') seen.set(place.path, place)
  }
  return [...seen.values()]
}

// Sockets of engines are told apart: they are more than a file.
function mounts({ volumes }: ComposeService, config: ComposeConfig): readonly HostPath[] {
  return (volumes ?? []).flatMap((mount) => {
    const access = mount.read_only ? ('read' as const) : ('write' as const)
    const path = mount.type === 'bind' ? mount.source : mount.type === 'volume' ? disguised(config, mount.source ?? '') : undefined
    return path && !/\.sock$/.test(path) && !HARMLESS.has(path) ? [{ path: insidePaths(path), access }] : []
  })
}

const HARMLESS = new Set(['/etc/localtime', '/etc/timezone'])

function disguised(config: ComposeConfig, volume: string): string | undefined {
  const options = config.volumes?.[volume]?.driver_opts
  const { device, o } = options ?? {}
  return typeof device === 'string' && typeof o === 'string' && o.includes('bind') ? device : undefined
}

function files(service: ComposeService, config: ComposeConfig): readonly HostPath[] {
  return (['secrets', 'configs'] as const).flatMap((kind) => {
    const used = (service[kind] ?? []) as readonly { readonly source?: string }[]
    return used.flatMap(({ source = '' }) => {
      const path = config[kind]?.[source]?.file
      return path ? [{ path: insidePaths(path), access: 'read' as const }] : []
    })
  })
}

function tidy(path: string): string {
  const parts: string[] = []
  for (const part of path.replaceAll('\\', '/').split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return `/${parts.join('/')}`
}
