import { interpolate } from './interpolate'

/** A file that Compose would open while it only reads the project. */
export interface Reference {
  readonly kind: 'include' | 'extends' | 'env_file' | 'label_file'
  readonly path: string
  /** Where paths in it start from when the project file says so (`project_directory`). */
  readonly from: string | null
}

/** What a project file refers to, with the variables in the names filled in. */
export function referencesOf(roots: readonly unknown[], variables: Readonly<Record<string, string | undefined>>): readonly Reference[] {
  const found = roots.flatMap((root) => [...included(root), ...Object.values(map(map(root)['services'])).flatMap(ofService)])
  return found.map((r) => ({ ...r, path: interpolate(r.path, variables), from: r.from === null ? null : interpolate(r.from, variables) }))
}

function included(root: unknown): readonly Reference[] {
  return list(map(root)['include']).flatMap((entry) => {
    if (typeof entry === 'string') return [{ kind: 'include' as const, path: entry, from: null }]
    const { path, env_file, project_directory } = map(entry)
    const from = typeof project_directory === 'string' ? project_directory : null
    return [
      ...texts(path).map((p) => ({ kind: 'include' as const, path: p, from })),
      ...texts(env_file).map((p) => ({ kind: 'env_file' as const, path: p, from: null })),
    ]
  })
}

function ofService(service: unknown): readonly Reference[] {
  const { env_file, label_file, extends: base } = map(service)
  const envFiles = list(env_file).flatMap((entry) => (typeof entry === 'string' ? [entry] : texts(map(entry)['path'])))
  return [
    ...envFiles.map((path) => ({ kind: 'env_file' as const, path, from: null })),
    ...texts(label_file).map((path) => ({ kind: 'label_file' as const, path, from: null })),
    ...texts(map(base)['file']).map((path) => ({ kind: 'extends' as const, path, from: null })),
  ]
}

/** Whether a name is an address that Compose would download from. */
export function isRemote(path: string): boolean {
  return /^[a-z][\w+.-]*:\/\/|^git@|^github\.com\/|\.git(#|$)|^oci:/i.test(path)
}

/** A value as a map of names; empty where it is none. */
export function map(value: unknown): Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : {}
}

function list(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}

function texts(value: unknown): readonly string[] {
  return list(value).filter((v) => typeof v === 'string')
}
