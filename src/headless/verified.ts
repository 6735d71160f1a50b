import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { compareReports } from '../core/check/report/compare'
import { readReport, type Report } from '../core/check/report/report'
import type { PanelState } from '../core/panel/panel'
import { reportNow } from '../main/reports/report-files'
import { writeReport } from '../main/reports/save-report'
import type { ReportWish } from './arguments'

/** What `verify` says at its end, and the exit code: 0 only if nothing failed and everything could run, 1 failed, 3 could not run. */
export interface Verified {
  readonly line: Readonly<Record<string, unknown>>
  readonly code: 0 | 1 | 3
}

const PANEL = 'headless'

/** Counts the results of the run on a version, writes the report where one is wanted, and compares it with an earlier one. */
export async function verified(state: PanelState, variant: string, { report: path, compare, output }: ReportWish): Promise<Verified> {
  const since = state.history.find((operation) => operation.kind === 'verify')?.startedAt ?? 0
  const results = state.checks.filter((c) => c.variant === variant && c.at >= since)
  const of = (verdict: string): number => results.filter((c) => c.verdict === verdict).length
  const [failedChecks, couldNotRun, needALook] = [of('failed'), of('could-not-run'), of('needs-a-look')]
  const earlier = compare === null ? null : await earlierReport(compare)
  const now = reportNow(state, { panel: PANEL, name: path ?? '' })
  const files = path === null ? [] : await writeReport(state, { path: resolve(path), panel: PANEL, earlier })
  return {
    line: {
      passed: of('passed'),
      failedChecks,
      couldNotRun,
      needALook,
      ...(files.length > 0 ? { files } : {}),
      ...(compare === null ? {} : { comparison: earlier ? compareReports(earlier, now) : 'not a report' }),
      ...(output === 'json' ? { report: now } : {}),
    },
    code: failedChecks > 0 ? 1 : couldNotRun > 0 || results.length === 0 ? 3 : 0,
  }
}

async function earlierReport(path: string): Promise<Report | null> {
  return readReport(await readFile(resolve(path), 'utf8').catch(() => ''))
}
