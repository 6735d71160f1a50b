import type { Build } from '../build/build'
import { buildProgress, type BuildProgress } from '../build/build-view-progress'
import type { PanelState } from './panel'

/** How far a build is, by what earlier builds here let one expect, else by what is shipped as a guess. */
export function buildShare(state: PanelState, build: Build, now: number): BuildProgress {
  const variants = state.project.kind === 'usable' ? state.project.project.variants : []
  const kind = variants.find((v) => v.id === build.variant)?.kind ?? 'cpu'
  return buildProgress(build, build.expected ?? { kind, steps: {} }, now)
}
