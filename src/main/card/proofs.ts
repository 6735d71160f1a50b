import { join } from 'node:path'
import { z } from 'zod'
import type { PackageSeen } from '../../core/health/device'
import { jsonFile } from '../files/json-file'
import { panelFolder } from '../files/panel-folder'

const kept = z.record(z.string(), z.array(z.string()).readonly())
const MOST = 20

/** What test packages saw, by engine and driver: that a card was seen is kept on disk, that none was only until the panel ends. */
export interface Proofs {
  of(key: string): PackageSeen
  keep(key: string, seen: PackageSeen): void
  /** Forgets that no card was seen: another engine, or the same one started again, may see one. */
  hope(): void
}

/** The proofs of this panel. */
export function openProofs(): Proofs {
  const file = jsonFile(join(panelFolder(), 'card-proofs.json'), kept, {})
  const failed = new Map<string, PackageSeen>()
  return {
    of(key) {
      const cards = file.read()[key]
      return failed.get(key) ?? (cards ? { kind: 'saw', cards } : { kind: 'not-tried' })
    },
    keep(key, seen) {
      failed.delete(key)
      const others = Object.entries(file.read()).filter(([other]) => other !== key)
      if (seen.kind === 'saw') return file.remember(Object.fromEntries([...others, [key, seen.cards] as const].slice(-MOST)))
      file.remember(Object.fromEntries(others))
      if (seen.kind !== 'not-tried') failed.set(key, seen)
    },
    hope: () => failed.clear(),
  }
}
