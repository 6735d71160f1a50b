import type { Variant } from '../project/project'

/** A change of versions, and the services that it stops and starts; those that belong to both stay as they are. */
export interface HandOver {
  readonly old: Variant
  readonly next: Variant
  readonly stops: readonly string[]
  readonly starts: readonly string[]
}

/** What changes between two versions. */
export function handOver(old: Variant, next: Variant): HandOver {
  return {
    old,
    next,
    stops: old.services.filter((service) => !next.services.includes(service)),
    starts: next.services.filter((service) => !old.services.includes(service)),
  }
}
