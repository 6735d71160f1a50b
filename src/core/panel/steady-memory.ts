const STEP_BYTES = 100_000_000

/** Free memory as it is told: what was told before until it has moved by two steps, so that it is no news all the time. */
export function steadyMemory(before: number | null, free: number): number {
  return before !== null && Math.abs(free - before) < 2 * STEP_BYTES ? before : Math.floor(free / STEP_BYTES) * STEP_BYTES
}
