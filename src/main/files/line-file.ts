import { appendFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs'

/** A file of JSON lines that grows at its end and keeps only the newest. */
export interface LineFile<T> {
  read(): readonly T[]
  /** What cannot be written, on a full disk, is left out. */
  append(value: T): void
}

/** The file at `path`; lines that cannot be read are passed over, and only the last `keep` stay when it is opened. */
export function lineFile<T>(path: string, keep: number): LineFile<T> {
  const read = (): readonly T[] => linesOf(path).flatMap((line) => parse(line) as readonly T[])
  const all = read()
  if (all.length > keep) {
    writeFileSync(
      `${path}.part`,
      all
        .slice(-keep)
        .map((v) => `${JSON.stringify(v)}\n`)
        .join(''),
    )
    renameSync(`${path}.part`, path)
  }
  const append = (value: T): void => {
    try {
      appendFileSync(path, `${JSON.stringify(value)}\n`)
    } catch {
      // A sample that is lost must not take the panel with it.
    }
  }
  return { read, append }
}

function linesOf(path: string): readonly string[] {
  try {
    return readFileSync(path, 'utf8').split('\n').filter(Boolean)
  } catch {
    return []
  }
}

function parse(line: string): readonly unknown[] {
  try {
    return [JSON.parse(line)]
  } catch {
    return []
  }
}
