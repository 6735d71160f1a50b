import type { Build } from '../build/build'
import { expectationOf } from '../build/build-view-expected'
import { buildProgress, type BuildProgress } from '../build/build-view-progress'
import type { PanelState } from './panel'

/** How far a build is, by what earlier builds here let one expect, else by what is shipped as a guess. */
export function buildShare(state: PanelState, build: Build, now: number): BuildProgress {
  return buildProgress(build, expectationOf(state, build), now)
}
