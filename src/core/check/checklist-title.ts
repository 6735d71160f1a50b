import type { Operation } from '../operation/operation'
import type { PanelState } from '../panel/panel'
import { capital, count } from '../words/count'
import { duration } from '../words/duration'
import { versionName } from '../words/version-name'
import { day, hourAndMinute } from '../words/when'
import { checklist } from './checklist'
import { canRun, checkCell, type CheckCell } from './checklist-cells'

const NEXT_MS = 2000

/** The title of the Checks screen and the sentence under it. */
export interface ChecksHeading {
  readonly title: string
  readonly sentence: string
}

/** What the checks say together, counted honestly: what could not run or never ran is never counted as working. */
export function checksHeading(state: PanelState, now: number): ChecksHeading {
  const cells = allCells(state, now)
  const results = cells.filter((cell) => cell.result !== null && cell.result.verdict !== 'not-applicable')
  const { operation } = state
  if (operation?.kind === 'verify') {
    const done = cells.filter((cell) => cell.result !== null && cell.result.at >= operation.startedAt && cell.variant === operation.variant).length
    const title = `Checking the ${versionName(state, operation.variant)} version`
    return {
      title,
      sentence: done === 0 ? 'Results appear as they come. You can leave this screen.' : `${capital(count(done, 'check'))} done. You can leave this screen.`,
    }
  }
  if (results.length === 0)
    return {
      title: 'Not checked yet',
      sentence: `${capital(numberWord(checklist.length))} checks show that Facecraft keeps its promises, each with its evidence.`,
    }
  return { title: title(results, openChecks(state)), sentence: sentence(state, results, now) }
}

function allCells(state: PanelState, now: number): readonly CheckCell[] {
  const variants = state.project.kind === 'usable' ? state.project.project.variants : []
  return checklist.flatMap((info) => variants.map((variant) => checkCell(state, info, { variant, now })))
}

/** Checks that could be tried now and have no result yet; what is not built makes no claim. */
function openChecks(state: PanelState): number {
  const variants = state.project.kind === 'usable' ? state.project.project.variants : []
  return checklist.flatMap((info) =>
    variants.filter((variant) => canRun(state, info, variant) && !state.checks.some((c) => c.check === info.id && c.variant === variant.id)),
  ).length
}

function title(results: readonly CheckCell[], never: number): string {
  const fresh = results.filter((cell) => !cell.stale)
  const of = (verdict: string): number => fresh.filter((cell) => cell.result?.verdict === verdict).length
  const [failed, look, blocked] = [of('failed'), of('needs-a-look'), of('could-not-run')]
  const open = never + (results.length - fresh.length)
  const works = fresh.some((cell) => cell.result?.verdict === 'passed')
  const begin =
    failed > 0 ? things(failed, 'does not work', 'do not work') : !works ? null : open + blocked > 0 ? 'What was checked works.' : 'Everything works.'
  const parts = [
    begin,
    look > 0 ? things(look, 'needs a look', 'need a look') : null,
    blocked > 0 ? `${capital(numberWord(blocked))} ${blocked === 1 ? 'check' : 'checks'} could not run.` : null,
  ]
  return parts.filter((part) => part !== null).join(' ') || 'Everything was built anew since the last check.'
}

function sentence(state: PanelState, results: readonly CheckCell[], now: number): string {
  const versions = new Set(results.map((cell) => cell.variant)).size
  const last = Math.max(...results.map((cell) => cell.result?.at ?? 0))
  const seconds = lastRunSeconds(state.history)
  const took = seconds === null ? '' : ` in ${duration(seconds)}`
  const on = versions === 1 ? 'one version' : `the ${numberWord(versions)} versions`
  return `${capital(count(results.length, 'check'))} on ${on}, last run ${day(last, now)} at ${hourAndMinute(last)}${took}.`
}

// One run checks the versions one after the other, each as an operation of its own.
function lastRunSeconds(history: readonly Operation[]): number | null {
  const runs = history.filter((operation) => operation.kind === 'verify')
  const [last] = runs
  if (last?.endedAt == null) return null
  let began = last.startedAt
  for (const { startedAt, endedAt } of runs.slice(1)) if (endedAt !== null && began - endedAt < NEXT_MS) began = startedAt
  return (last.endedAt - began) / 1000
}

function things(number: number, one: string, many: string): string {
  return number === 1 ? `One thing ${one}.` : `${capital(numberWord(number))} things ${many}.`
}

function numberWord(number: number): string {
  return ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'][number] ?? String(number)
}
