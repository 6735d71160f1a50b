import type { CheckResult } from '../../../core/check/check'
import type { ServiceStatus } from '../../../core/health/health'
import type { PanelState } from '../../../core/panel/panel'
import { capital, count } from '../../../core/words/count'
import { duration } from '../../../core/words/duration'
import { size } from '../../../core/words/size'
import { versionName } from '../../../core/words/version-name'
import { day } from '../../../core/words/when'

/** How many checks passed, counted honestly. */
export function checksWords(checks: readonly CheckResult[]): string {
  const done = checks.filter((c) => c.verdict !== 'not-applicable')
  if (done.length === 0) return 'Not checked yet'
  const passed = done.filter((c) => c.verdict === 'passed').length
  if (passed === done.length) return `All ${passed} passed`
  const open = done.length - passed
  return `${passed} of ${done.length} passed, ${open === 1 ? 'one needs a look' : `${open} need a look`}`
}

/** How many finished photos are on disk. */
export function photosWords(saved: NonNullable<ServiceStatus['savedPhotos']>): string {
  return saved.count === 0 ? 'None yet' : `${count(saved.count, 'photo')}, ${size(saved.bytes)}`
}

/** Who can reach the address, from where it is published. */
export function openersWords(state: PanelState, id: string | null): string | null {
  if (state.project.kind !== 'usable') return null
  const port = state.project.project.variants.find((v) => v.id === id)?.port
  if (!port) return null
  const here = port.address === '127.0.0.1' || port.address === '::1' || port.address === 'localhost'
  return here ? 'Only this computer' : 'Everyone on your network'
}

/** When it ran last, on what, and for how long. */
export function lastRunWords(state: PanelState, now: number): string | null {
  const starts = state.history.filter((o) => (o.kind === 'start' || o.kind === 'switch') && o.outcome?.kind === 'succeeded')
  const last = starts[0]
  if (!last || last.endedAt === null) return null
  const at = state.app.kind === 'stopped' ? state.app.at : null
  const ran = at !== null && at > last.endedAt ? `, for ${duration((at - last.endedAt) / 1000)}` : ''
  return `${capital(day(last.endedAt, now))}, on the ${versionName(state, last.variant)}${ran}`
}
