import { access, constants, lstat, readFile, readdir, realpath, stat } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, resolve } from 'node:path'
import type { ProjectPlace } from '../../core/compose/command'
import { readDotenv } from '../../core/project/dotenv'
import { isInside } from '../../core/project/host-paths'
import { projectName } from '../../core/project/project-name'
import { childEnvironment } from '../compose/run-compose'
import type { Aids } from './compose-capped'

/** The files of a project as Compose would find them, with the project's own settings; or why there are none. */
export type Found =
  | {
      readonly kind: 'found'
      readonly place: ProjectPlace
      readonly settings: Readonly<Record<string, string>>
      readonly aids: Aids
      readonly notes: readonly string[]
    }
  | { readonly kind: 'nothing'; readonly title: string; readonly why: string }

const NAMES = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'] as const
const OVERRIDES = ['compose.override.yml', 'compose.override.yaml', 'docker-compose.override.yml', 'docker-compose.override.yaml'] as const
const FORBIDDEN = 'may not be read by your account'
const MOST_SETTINGS = 2 ** 20

/** Finds the project in a folder by Compose's rules: COMPOSE_FILE in `.env`, else the first of its four names, and its override file. */
export async function findFiles(folder: string): Promise<Found> {
  const wrong = await wrongFolder(folder)
  if (wrong) return unusable(wrong)
  const settings = await settingsOf(folder)
  if (typeof settings === 'string') return unusable(settings)
  const listed = settings['COMPOSE_FILE']
  if (listed) {
    const place = placeOf(folder, listed.split(settings['COMPOSE_PATH_SEPARATOR'] || separator(listed)).filter(Boolean))
    return { kind: 'found', place, settings, aids: place.folder === folder ? {} : { values: withoutCompose(settings) }, notes: [] }
  }
  const names = await readdir(folder)
  const [first, ...others] = NAMES.filter((name) => names.includes(name))
  if (!first)
    return { kind: 'nothing', title: 'No project was found', why: `There is no compose.yaml or docker-compose.yml in "${folder}".${elsewhere(names)}` }
  const [override, ...idle] = OVERRIDES.filter((name) => names.includes(name))
  const notes = [...others.map((other) => [first, other]), ...idle.map((other) => [override, other])].map(
    ([read, other]) => `${other} lies beside ${read}; Docker reads ${read} and not the other`,
  )
  return { kind: 'found', place: placeOf(folder, override ? [first, override] : [first]), settings, aids: {}, notes }
}

/** Whether a path is a plain file that can be read to its end; links are looked through. Null when it is, else what it is. */
export async function unlikeFile(path: string): Promise<string | null> {
  const seen = await stat(path).catch((error: NodeJS.ErrnoException) => error.code ?? 'ENOENT')
  if (typeof seen === 'string') return seen === 'EACCES' ? FORBIDDEN : seen === 'ELOOP' ? 'is a link that leads to itself' : 'is missing'
  if (seen.isFile())
    return access(path, constants.R_OK).then(
      () => null,
      () => FORBIDDEN,
    )
  if (seen.isDirectory()) return 'is a folder, not a file'
  return seen.isFIFO() ? 'is a pipe, not a file' : 'is a device, not a file'
}

/** Whether a path lies in a folder or at most two above it: a project in a folder below may share settings with its whole. */
export function isNear(path: string, folder: string): boolean {
  const shared = resolve(folder, '../..')
  return isInside(path, shared === resolve('/') ? folder : shared)
}

async function wrongFolder(folder: string): Promise<string | null> {
  if (/[\u0000-\u001f]/.test(folder)) return 'The folder’s name holds a line break or another control character. Rename the folder.'
  if (/%(?![0-9a-f]{2})/i.test(folder)) return 'The name of the folder, or of one above it, holds a percent sign, which Docker cannot take there. Rename it.'
  const seen = await stat(folder).catch((error: NodeJS.ErrnoException) => error.code ?? '')
  if (seen === 'EACCES') return `Your account may not open "${folder}".`
  if (typeof seen === 'string') return `There is no folder "${folder}".`
  if (!seen.isDirectory()) return `"${folder}" is a file. Give the folder that holds it.`
  return readdir(folder).then(
    () => null,
    () => `Your account may not look into "${folder}".`,
  )
}

async function settingsOf(folder: string): Promise<Readonly<Record<string, string>> | string> {
  const path = join(folder, '.env')
  const there = await lstat(path).catch(() => null)
  if (!there) return {}
  const unlike = await unlikeFile(path)
  // Compose itself passes over a folder called .env and reports one that may not be read.
  if (unlike !== null) return unlike.includes('folder') || unlike.includes('missing') ? {} : `".env" ${unlike}.`
  const real = await realpath(path)
  if (!isNear(real, await realpath(folder))) return `".env" leads to ${real}, which lies outside the folder. It was not opened.`
  if ((await stat(path)).size > MOST_SETTINGS) return '".env" is larger than 1 MB; it is no settings file.'
  return readDotenv(await readFile(path, 'utf8').catch(() => ''), childEnvironment())
}

// With files in another folder Compose starts all paths from there; its settings stay where they were found.
function placeOf(folder: string, files: readonly string[]): ProjectPlace {
  const [file = '', ...overrides] = files
  const home = isAbsolute(file) || dirname(file) !== '.' ? dirname(resolve(folder, file)) : folder
  const inHome = (f: string): string => (home === folder ? f : resolve(folder, f))
  return { folder: home, file: home === folder ? file : basename(file), overrides: overrides.map(inHome), name: projectName(home) }
}

// With the files elsewhere Compose would look for settings there only.
function withoutCompose(settings: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(settings).filter(([name]) => !name.startsWith('COMPOSE_')))
}

function separator(listed: string): string {
  return process.platform === 'win32' || listed.includes(';') ? ';' : ':'
}

function elsewhere(names: readonly string[]): string {
  const similar = names.filter((name) => /compose.*\.ya?ml$/i.test(name)).slice(0, 3)
  return similar.length > 0
    ? ` It holds ${similar.join(' and ')}, which Docker does not read by itself; a line COMPOSE_FILE=${similar[0]} in .env makes it.`
    : ''
}

function unusable(why: string): Found {
  return { kind: 'nothing', title: 'The project cannot be used', why }
}
