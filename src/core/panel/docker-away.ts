import type { PanelState } from './panel'

/** True while Docker does not answer this panel: what ran before is then not known, neither as running nor as stopped. */
export function isDockerAway({ engine }: PanelState): boolean {
  return engine.kind !== 'running' && engine.kind !== 'searching'
}
