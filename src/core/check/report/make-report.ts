import type { PanelState } from '../../panel/panel'
import { versionTitle } from '../../words/version-name'
import type { CheckResult } from '../check'
import { checklist, claimOf } from '../checklist'
import { canRun, isAbout, isStale } from '../checklist-cells'
import { checksHeading } from '../checklist-title'
import { redact, type Personal } from './redact'
import type { Report, ReportResult } from './report'

/** What a report tells beside the panel's state. */
export interface ReportFacts {
  readonly now: number
  readonly panel: string
  readonly host: Report['host']
  readonly personal: Personal
  /** The name of the file with the list of parts that goes with it, by version; null where there is none. */
  partsFile(variant: string): string | null
}

/** The report of what is known now; nothing personal and nothing secret is in it. */
export function makeReport(state: PanelState, facts: ReportFacts): Report {
  const variants = state.project.kind === 'usable' ? state.project.project.variants : []
  const hide = (text: string): string => redact(text, facts.personal)
  const { title, sentence } = checksHeading({ ...state, operation: null }, facts.now)
  const results = checklist.flatMap((info) =>
    variants.flatMap((variant) =>
      state.checks.filter((c) => c.check === info.id && c.variant === variant.id && isAbout(info, variant)).map((c) => resultOf(state, c, hide)),
    ),
  )
  const notRun = checklist.flatMap((info) =>
    variants
      .filter((variant) => canRun(state, info, variant) && !state.checks.some((c) => c.check === info.id && c.variant === variant.id))
      .map((variant) => ({ check: info.id, claim: info.claim, variant: variant.id })),
  )
  const fresh = results.filter((r) => !r.stale)
  const of = (verdict: ReportResult['verdict']): number => fresh.filter((r) => r.verdict === verdict).length
  return {
    format: 'facecraft-report',
    formatVersion: 1,
    madeAt: iso(facts.now),
    panel: facts.panel,
    host: facts.host,
    docker: state.engine.kind === 'running' ? { engine: state.engine.version, compose: state.engine.compose } : null,
    project: hide(state.project.kind === 'usable' ? state.project.project.name : ''),
    title,
    sentence,
    counts: {
      passed: of('passed'),
      needsALook: of('needs-a-look'),
      failed: of('failed'),
      couldNotRun: of('could-not-run'),
      stale: results.length - fresh.length,
      notRun: notRun.length,
    },
    versions: variants.map((variant) => {
      const known = state.variants.find((v) => v.id === variant.id)?.package ?? null
      return {
        variant: variant.id,
        name: versionTitle(state, variant.id),
        package: known && { ...known, createdAt: iso(known.createdAt) },
        partsFile: facts.partsFile(variant.id),
      }
    }),
    results,
    notRun,
  }
}

function resultOf(state: PanelState, result: CheckResult, hide: (text: string) => string): ReportResult {
  const info = claimOf(result.check)
  return {
    check: result.check,
    claim: info?.claim ?? result.check,
    proves: info?.proves ?? '',
    variant: result.variant,
    verdict: result.verdict,
    summary: hide(result.summary),
    command: hide(result.command),
    output: hide(result.output),
    exitCode: result.exitCode,
    seconds: Math.round(result.duration) / 1000,
    digest: result.digest,
    at: iso(result.at),
    stale: isStale(state, result),
    fix: result.fix && hide(`${result.fix.label}: ${result.fix.explains}`),
  }
}

function iso(at: number): string {
  return new Date(at).toISOString()
}
