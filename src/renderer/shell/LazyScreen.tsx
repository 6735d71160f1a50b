import { lazy, useState, type ComponentType } from 'react'
import type { Screen } from '../state/ui-store'

/** A screen that is not needed for the first paint. */
type LaterScreen = Exclude<Screen, 'home'>

const load: Readonly<Record<LaterScreen, () => Promise<ComponentType>>> = {
  build: () => import('../screens/build/BuildScreen').then((m) => m.BuildScreen),
  checks: () => import('../screens/checks/ChecksScreen').then((m) => m.ChecksScreen),
  health: () => import('../screens/health/HealthScreen').then((m) => m.HealthScreen),
  settings: () => import('../screens/settings/SettingsScreen').then((m) => m.SettingsScreen),
}

const fetched = new Map<LaterScreen, ComponentType>()
const waited = {
  build: lazy(() => fetchScreen('build')),
  checks: lazy(() => fetchScreen('checks')),
  health: lazy(() => fetchScreen('health')),
  settings: lazy(() => fetchScreen('settings')),
}

async function fetchScreen(screen: LaterScreen): Promise<{ readonly default: ComponentType }> {
  const loaded = await load[screen]()
  fetched.set(screen, loaded)
  return { default: loaded }
}

/** Shows a screen, at once where it was fetched before. */
export function LazyScreen({ screen }: { readonly screen: LaterScreen }) {
  // What React has to wait for it shows 300 ms later at the soonest, also where there is nothing left to wait for.
  const [Shown] = useState(() => fetched.get(screen) ?? waited[screen])
  return <Shown />
}

/** Fetches these screens once the window has nothing else to do, so that a click on one shows it at once. */
export function fetchScreensWhenIdle(): void {
  const screens: readonly LaterScreen[] = ['build', 'checks', 'health', 'settings']
  requestIdleCallback(() => void Promise.all(screens.map((screen) => fetchScreen(screen))))
}
