import type { CheckInfo } from '../../../core/check/check'
import type { PanelState } from '../../../core/panel/panel'

/** Why a check cannot be run alone now; undefined when it can. */
export function whyNotNow(state: PanelState, info: CheckInfo, runs: number): string | undefined {
  if (state.operation !== null) return 'Something else is running'
  if (state.engine.kind !== 'running') return 'Docker is not running'
  if (runs > 0) return undefined
  return info.needs === 'package' ? 'Build a version first' : 'Not for these versions'
}
