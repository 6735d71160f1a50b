import { requiredIn } from './interpolate'
import { map } from './references'

/** A service as the project's files write it, before Compose merges and fills in. */
export interface Written {
  readonly name: string
  readonly profiles: readonly string[]
  readonly envFiles: 'some' | 'none'
}

/** The services of all files; one that stands in several is there several times. */
export function writtenServices(roots: readonly unknown[]): readonly Written[] {
  return roots.flatMap((root) =>
    Object.entries(map(map(root)['services'])).map(([name, service]) => {
      const { profiles, env_file } = map(service)
      return {
        name,
        profiles: [profiles].flat().filter((p) => typeof p === 'string'),
        envFiles: env_file === undefined ? ('none' as const) : ('some' as const),
      }
    }),
  )
}

/** The variables that the files insist on and that have no value. */
export function missingVariables(roots: readonly unknown[], variables: Readonly<Record<string, string | undefined>>): readonly string[] {
  const wanted = [...new Set(roots.flatMap(textsIn))].flatMap(requiredIn)
  return [...new Set(wanted)].filter((name) => !variables[name])
}

/** A last file that takes away the files with settings, so that a project without them can still be looked at. */
export function withoutEnvFiles(written: readonly Written[]): string {
  const names = [...new Set(written.filter((s) => s.envFiles === 'some').map((s) => s.name))]
  return `services:\n${names.map((name) => `  ${JSON.stringify(name)}: {env_file: !reset []}\n`).join('')}${names.length === 0 ? '  {}\n' : ''}`
}

// Shared parts are looked at once: what aliases stand for may be there a thousand times.
function textsIn(root: unknown): readonly string[] {
  const found: string[] = []
  const seen = new Set<unknown>()
  const look = (value: unknown): void => {
    if (typeof value === 'string' && value.includes('$')) found.push(value)
    if (value === null || typeof value !== 'object' || seen.has(value)) return
    seen.add(value)
    Object.values(value).forEach(look)
  }
  look(root)
  return found
}
