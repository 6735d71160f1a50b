/** The same answer for everyone who asks: the work is begun by the first. */
export interface Once<T> {
  readonly get: () => Promise<T>
  /** The work if anybody asked for it; null when nobody did. */
  readonly begun: () => Promise<T> | null
}

/** Work that is done at most once, when it is first asked for. */
export function once<T>(work: () => Promise<T>): Once<T> {
  let begun: Promise<T> | null = null
  return { get: () => (begun ??= work()), begun: () => begun }
}
