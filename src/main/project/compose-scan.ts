import { readFile, realpath, stat } from 'node:fs/promises'
import { dirname, isAbsolute, relative, resolve } from 'node:path'
import type { ProjectPlace } from '../../core/compose/command'
import { isInside } from '../../core/project/host-paths'
import { isRemote, referencesOf, type Reference } from '../../core/project/references'
import { readSource, type Danger } from '../../core/project/source'
import { childEnvironment } from '../compose/run-compose'
import { isNear, unlikeFile } from './compose-files'

/** What the project's files say as text, looked at before Compose opens them. */
export interface Scan {
  /** Why Compose is not asked at all; null when it can be. */
  readonly refused: string | null
  readonly warnings: readonly string[]
  /** The documents of all files, in the order in which they were met. */
  readonly roots: readonly unknown[]
  readonly texts: readonly string[]
}

const MOST_BYTES = 2 * 2 ** 20
const MOST_FILES = 200

/** Follows every file that Compose would open while reading, and refuses what would hang, swallow memory, download or spy. */
export async function scan(place: ProjectPlace, settings: Readonly<Record<string, string>>): Promise<Scan> {
  const walk = new Walk(place.folder, { ...settings, ...childEnvironment() })
  for (const file of [place.file, ...(place.overrides ?? [])]) await walk.project(resolve(place.folder, file), place.folder)
  return { refused: walk.refused, warnings: [...walk.warnings], roots: walk.roots, texts: walk.texts }
}

class Walk {
  refused: string | null = null
  readonly warnings = new Set<string>()
  readonly roots: unknown[] = []
  readonly texts: string[] = []
  private readonly seen = new Set<string>()

  constructor(
    private readonly folder: string,
    private readonly variables: Readonly<Record<string, string | undefined>>,
  ) {}

  async project(path: string, home: string): Promise<void> {
    if (this.refused !== null || this.seen.has(path)) return
    this.seen.add(path)
    if (this.seen.size > MOST_FILES) return this.refuse(`The project is spread over more than ${MOST_FILES} files.`)
    const name = this.short(path)
    const unlike = await unlikeFile(path)
    if (unlike !== null) return this.refuse(this.seen.size === 1 ? `"${name}" ${unlike}.` : `The part of the project in "${name}" ${unlike}.`)
    if ((await stat(path)).size > MOST_BYTES) return this.refuse(`"${name}" is larger than 2 MB; it is no project file.`)
    const text = decoded(await readFile(path))
    const { roots, danger } = readSource(text)
    if (danger) return this.refuse(DANGERS[danger](name))
    this.texts.push(text)
    this.roots.push(...roots)
    for (const reference of referencesOf(roots, this.variables)) await this.follow(reference, home)
  }

  private async follow({ kind, path, from }: Reference, home: string): Promise<void> {
    if (this.refused !== null || path === '') return
    if (isRemote(path))
      return this.refuse(`The project wants to download a part of itself from ${path} while it is only read. Download it yourself and refer to the copy.`)
    const target = resolve(home, path)
    switch (kind) {
      case 'include': {
        const base = from === null ? dirname(target) : resolve(home, from)
        // An included part brings the settings beside it along.
        await this.values(resolve(base, '.env'), '.env')
        return this.part(target, base)
      }
      case 'extends':
        return this.part(target, dirname(target))
      case 'env_file':
      case 'label_file':
        return this.values(target, path)
    }
  }

  private async part(target: string, home: string): Promise<void> {
    if (!isInside(target, this.folder)) this.warnings.add(`A part of the project lies outside its folder: ${target}`)
    await this.project(target, home)
  }

  // Values go into containers; a file of this computer must not get there by being read.
  private async values(target: string, written: string): Promise<void> {
    const unlike = await unlikeFile(target)
    if (unlike === 'is missing') return
    if (unlike !== null) return this.refuse(`"${this.short(target)}" should hold settings but ${unlike}.`)
    if ((await stat(target)).size > MOST_BYTES) return this.refuse(`"${this.short(target)}" is larger than 2 MB; it is no file with settings.`)
    const real = await realpath(target)
    if (isInside(real, await realpath(this.folder))) return
    if (isAbsolute(written) || !isNear(target, this.folder) || !isNear(real, this.folder)) {
      return this.refuse(`The project takes settings from ${real}, which lies outside its folder. It was not opened. Copy what is needed into the folder.`)
    }
    this.warnings.add(`The project takes settings from outside its folder: ${target}`)
  }

  private refuse(why: string): void {
    this.refused ??= why
  }

  private short(path: string): string {
    return isInside(path, this.folder) ? relative(this.folder, path) : path
  }
}

const DANGERS: Readonly<Record<Danger, (name: string) => string>> = {
  grows: (name) => `"${name}" repeats itself so often that it would fill this computer’s memory. It was not opened.`,
  'too-deep': (name) => `"${name}" is nested deeper than any project needs. It was not opened.`,
  circular: (name) => `"${name}" holds a part that contains itself.`,
}

// Compose reads what Windows calls Unicode, too.
function decoded(bytes: Buffer): string {
  const [first, second] = bytes
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}
