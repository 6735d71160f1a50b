import { assertNever } from '../assert-never'
import type { Mark, Tone } from '../panel/headline-words'
import { runningVariant } from '../panel/chosen-variant'
import type { PanelState } from '../panel/panel'
import type { Variant } from '../project/project'
import { capital } from '../words/count'
import { day, hourAndMinute } from '../words/when'
import type { CheckInfo, CheckResult, Verdict } from './check'

/** One check on one version as the table shows it. */
export interface CheckCell {
  readonly variant: string
  readonly mark: Mark | 'dash'
  readonly tone: Tone
  readonly words: string
  readonly result: CheckResult | null
  /** The package has changed since: the result says nothing about the one that is there now. */
  readonly stale: boolean
}

/** What the table shows for a check on a version, at this moment. */
export function checkCell(state: PanelState, info: CheckInfo, { variant, now }: { readonly variant: Variant; readonly now: number }): CheckCell {
  const result = state.checks.find((c) => c.check === info.id && c.variant === variant.id) ?? null
  const cell = { variant: variant.id, result, stale: isStale(state, result) }
  if (state.checking.some((c) => c.check === info.id && c.variant === variant.id)) return { ...cell, mark: 'ring', tone: 'work', words: 'Checking' }
  if (!isAbout(info, variant)) return { ...cell, mark: 'dash', tone: 'idle', words: 'Not for this version' }
  if (result === null) return { ...cell, mark: 'dot', tone: 'idle', words: notRunWords(state, info, variant) }
  if (cell.stale) return { ...cell, mark: 'dot', tone: 'idle', words: isBuilt(state, variant.id) ? 'Before the last build' : 'Not built any more' }
  return { ...cell, ...sign(result.verdict), words: resultWords(state, info, { result, now }) }
}

/** Whether a check says anything about a version. */
export function isAbout(info: CheckInfo, variant: Variant): boolean {
  if (info.about === null) return true
  return info.about === (variant.kind === 'cpu' ? 'processor' : 'graphics card')
}

/** Whether a check can be tried on a version now, without building it first. */
export function canRun(state: PanelState, info: CheckInfo, variant: Variant): boolean {
  return isAbout(info, variant) && (info.needs === 'project' || isBuilt(state, variant.id))
}

function isBuilt(state: PanelState, id: string): boolean {
  return state.variants.some((v) => v.id === id && v.package !== null)
}

/** Whether a result says nothing any more: the package that it looked at is not the one that is there now. */
export function isStale(state: PanelState, result: CheckResult | null): boolean {
  const status = state.variants.find((v) => v.id === result?.variant)
  // Without Docker nobody knows what is there, so nothing is claimed about it.
  if (result?.digest == null || !status || state.engine.kind !== 'running') return false
  return status.package?.digest !== result.digest
}

function notRunWords(state: PanelState, info: CheckInfo, variant: Variant): string {
  return info.needs === 'package' && !isBuilt(state, variant.id) ? 'Not built yet' : 'Not run yet'
}

// What was seen while it ran is old news once it does not run any more, so it shows its time.
function resultWords(state: PanelState, info: CheckInfo, { result, now }: { readonly result: CheckResult; readonly now: number }): string {
  const old = info.group === 'running' && runningVariant(state) !== result.variant && result.verdict === 'passed'
  return old ? `${capital(day(result.at, now))} at ${hourAndMinute(result.at)}` : result.summary
}

function sign(verdict: Verdict): Pick<CheckCell, 'mark' | 'tone'> {
  switch (verdict) {
    case 'passed':
      return { mark: 'tick', tone: 'ok' }
    case 'needs-a-look':
      return { mark: 'triangle', tone: 'warn' }
    case 'failed':
      return { mark: 'cross', tone: 'bad' }
    case 'not-applicable':
      return { mark: 'dash', tone: 'idle' }
    case 'could-not-run':
      return { mark: 'dot', tone: 'idle' }
    default:
      return assertNever(verdict)
  }
}
