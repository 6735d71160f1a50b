import type { Build } from '../build/build'
import type { Estimate } from '../project/project'

/** How far a build is by the clock: share from 0 to 1 and seconds left, null once it takes longer than usual. */
export interface BuildShare {
  readonly share: number
  readonly percent: number
  readonly left: number | null
}

const NEVER_FULL = 0.97

/** How far a running build is, measured against the usual time; it never claims to be done before it is. */
export function buildShare(build: Build, usual: Estimate | null, now: number): BuildShare {
  const gone = Math.max(0, (now - build.startedAt) / 1000)
  const expected = usual?.seconds ?? 0
  const share = expected > 0 ? Math.min(NEVER_FULL, gone / expected) : 0
  return { share, percent: Math.round(share * 100), left: expected > gone ? expected - gone : null }
}
