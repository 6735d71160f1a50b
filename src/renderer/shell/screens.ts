import { lazy } from 'react'

const load = {
  build: () => import('../screens/build/BuildScreen').then((m) => ({ default: m.BuildScreen })),
  checks: () => import('../screens/checks/ChecksScreen').then((m) => ({ default: m.ChecksScreen })),
  health: () => import('../screens/health/HealthScreen').then((m) => ({ default: m.HealthScreen })),
  settings: () => import('../screens/settings/SettingsScreen').then((m) => ({ default: m.SettingsScreen })),
}

/** The screens that are not needed for the first paint. */
export const LazyScreens = { build: lazy(load.build), checks: lazy(load.checks), health: lazy(load.health), settings: lazy(load.settings) }

/** Fetches the other screens once the window has nothing else to do, so that a click on one shows it at once. */
export function fetchScreensWhenIdle(): void {
  requestIdleCallback(() => void Promise.all(Object.values(load).map((one) => one())))
}
