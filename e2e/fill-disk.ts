import { writeFileSync } from 'node:fs'

const LARGEST = 1 << 24

/** Writes into a file until not one byte more fits on its disk. */
export function fillDisk(path: string): void {
  for (let size = LARGEST; size >= 1; size >>= 1) {
    try {
      for (;;) writeFileSync(path, Buffer.alloc(size), { flag: 'a' })
    } catch {
      // A smaller piece may still fit.
    }
  }
}
