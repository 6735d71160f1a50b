/** The most memory that a package was seen to use on this computer, in bytes. */
export interface MemoryPeak {
  readonly digest: string
  readonly bytes: number
}

// Less is no news: it would be one at every other look.
const STEP_BYTES = 10_000_000

/** What is known after one more look, in whole steps; a new package begins anew, and what is no news is the same object. */
export function withMemory(known: MemoryPeak | undefined, seen: MemoryPeak): MemoryPeak {
  const bytes = Math.ceil(seen.bytes / STEP_BYTES) * STEP_BYTES
  return known?.digest === seen.digest && bytes <= known.bytes ? known : { digest: seen.digest, bytes }
}
