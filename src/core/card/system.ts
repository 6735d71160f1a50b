import type { Family, System } from './card'

/** What tells the system: Node's name of the platform, /etc/os-release and the kernel's release, both null where there is none. */
export interface SystemSigns {
  readonly platform: string
  readonly osRelease: string | null
  readonly kernel: string | null
}

/** The system that these signs stand for. */
export function systemOf({ platform, osRelease, kernel }: SystemSigns): System {
  if (platform === 'win32') return { family: 'windows', name: 'Windows', inWindows: false }
  if (platform === 'darwin') return { family: 'mac', name: 'macOS', inWindows: false }
  const fields = fieldsOf(osRelease ?? '')
  return {
    family: familyOf(`${fields['ID'] ?? ''} ${fields['ID_LIKE'] ?? ''}`),
    name: fields['PRETTY_NAME'] ?? fields['NAME'] ?? 'Linux',
    inWindows: isWindowsKernel(kernel ?? ''),
  }
}

/** Whether a kernel is the one that Windows starts for Linux (WSL 2). */
export function isWindowsKernel(release: string): boolean {
  return /microsoft/i.test(release)
}

// The system's own name comes first, then those that it is like.
function familyOf(ids: string): Family {
  for (const id of ids.split(/\s+/)) {
    const family = FAMILIES.find(([pattern]) => pattern.test(id))?.[1]
    if (family) return family
  }
  return 'other-linux'
}

const FAMILIES: readonly (readonly [RegExp, Family])[] = [
  [/^(ubuntu|pop|linuxmint|elementary|zorin|neon)$/, 'ubuntu'],
  [/^(debian|raspbian|kali)$/, 'debian'],
  [/^(fedora|nobara|ultramarine)$/, 'fedora'],
  [/^(rhel|centos|rocky|almalinux|ol|amzn)$/, 'rhel'],
  [/^(arch|manjaro|endeavouros|cachyos|garuda)$/, 'arch'],
  [/^(opensuse.*|suse|sles|sled)$/, 'suse'],
]

function fieldsOf(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries([...text.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, key = '', value = '']) => [key, value.trim().replace(/^(["'])(.*)\1$/, '$2')]))
}
