import type { Estimate } from '../project/project'

const TIMES_USUAL = 3
// After a restart of the computer nothing is in memory yet, and a start takes many times as long as it usually does.
const LEAST_S = 30
const LEAST_UNMEASURED_S = 120
/** No start takes longer than these seconds. */
export const MOST_S = 900

/** How many seconds a version may take to become ready: three times the usual, within bounds that fit any computer. */
export function patience(usual: Estimate | undefined): number {
  const least = usual?.source === 'measured here' ? LEAST_S : LEAST_UNMEASURED_S
  return Math.min(MOST_S, Math.max(least, (usual?.seconds ?? 0) * TIMES_USUAL))
}
