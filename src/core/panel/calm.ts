import type { PanelState } from './panel'

/** Whether nothing that is shown counts seconds: no work goes on, Docker is there, and the app is at rest or well. */
export function isCalm({ engine, app, operation, build, checking }: PanelState): boolean {
  const busy = operation !== null || checking.length > 0 || (build !== null && build.endedAt === null)
  const steady = app.kind === 'ready' || app.kind === 'wrong-device' || app.kind === 'stopped' || app.kind === 'paused'
  return engine.kind === 'running' && steady && !busy
}
