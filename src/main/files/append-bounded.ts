import { appendFileSync, renameSync, statSync } from 'node:fs'

const LARGEST = 256 * 1024

/** Adds text to a file of which only the newest part is kept, the part before as FILE.1; where that fails, nothing is added. */
export function appendBounded(path: string, text: string): void {
  try {
    if (sizeOf(path) + text.length > LARGEST) renameSync(path, `${path}.1`)
    appendFileSync(path, text, { mode: 0o600 })
  } catch {
    // A full disk must not make a second fault of the first.
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}
