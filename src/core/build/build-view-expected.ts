import type { PanelState } from '../panel/panel'
import type { Build } from './build'
import type { Expectation } from './estimate'

/** What may be expected of a build's steps: from earlier builds here, else from what is shipped as a guess. */
export function expectationOf(state: PanelState, build: Build): Expectation {
  const variants = state.project.kind === 'usable' ? state.project.project.variants : []
  return build.expected ?? { kind: variants.find((v) => v.id === build.variant)?.kind ?? 'cpu', steps: {} }
}
