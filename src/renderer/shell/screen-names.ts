import type { Screen } from '../state/ui-store'

/** The screens' names as they stand in the sidebar and the header. */
export const screenNames: Record<Screen, string> = {
  home: 'Home',
  build: 'Build',
  checks: 'Checks',
  health: 'Health',
  settings: 'Settings',
}
