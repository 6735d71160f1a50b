import { isDockerAway } from './docker-away'
import type { PanelState } from './panel'

/** True while Docker is in the way and nothing was ever done here: then there is nothing to navigate yet. */
export function isFirstRun(state: PanelState): boolean {
  return needsDocker(state) && state.history.length === 0 && state.settings.chosen === null
}

/** True when a person has to do something about Docker before anything else. */
export function needsDocker(state: PanelState): boolean {
  return isDockerAway(state) && state.engine.kind !== 'lost'
}
