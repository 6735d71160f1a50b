import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { z } from 'zod'

/** A small JSON file that is replaced whole, so that a crash leaves the old or the new one, never half of it. */
export interface JsonFile<T> {
  read(): T
  write(value: T): void
  /** Writes what the panel can do without: on a full disk the file stays as it was. */
  remember(value: T): void
}

/** The file at `path`; an unreadable one is kept aside as `.bad` and the fallback is used. */
export function jsonFile<T>(path: string, schema: z.ZodType<T>, fallback: T): JsonFile<T> {
  const write = (value: T): void => {
    writeFileSync(`${path}.part`, JSON.stringify(value, null, 1))
    renameSync(`${path}.part`, path)
  }
  return {
    read() {
      const text = readText(path)
      if (text === null) return fallback
      try {
        return schema.parse(JSON.parse(text))
      } catch {
        renameSync(path, `${path}.bad`)
        return fallback
      }
    },
    write,
    remember(value) {
      try {
        write(value)
      } catch {
        // What is under way goes on without it.
      }
    },
  }
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
