import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

const HASH = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/
const REF = /^refs\/[\w./+@-]+$/

/** The commit that is checked out where a folder lies, or null outside a git work tree; read from git's files, so that nothing of the project's runs. */
export function commitOf(folder: string): string | null {
  const git = gitFolder(resolve(folder))
  if (git === null) return null
  const head = read(join(git, 'HEAD'))
  const ref = /^ref: (.+)$/.exec(head)?.[1]
  const hash = ref === undefined ? head : refIn([git, commonFolder(git)], ref)
  return HASH.test(hash) ? hash : null
}

function gitFolder(folder: string): string | null {
  const git = join(folder, '.git')
  if (!existsSync(git)) return dirname(folder) === folder ? null : gitFolder(dirname(folder))
  // A further work tree or a submodule has a file there that says where its folder is.
  const elsewhere = /^gitdir: (.+)$/m.exec(read(git))?.[1]
  return elsewhere === undefined ? git : resolve(folder, elsewhere)
}

function commonFolder(git: string): string {
  return resolve(git, read(join(git, 'commondir')) || '.')
}

function refIn(folders: readonly string[], ref: string): string {
  if (!REF.test(ref) || ref.includes('..')) return ''
  const loose = folders.map((folder) => read(join(folder, ref))).find((text) => text !== '')
  const packed = folders.flatMap((folder) => read(join(folder, 'packed-refs')).split('\n')).find((line) => line.endsWith(` ${ref}`))
  return loose ?? packed?.split(' ')[0] ?? ''
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    return ''
  }
}
