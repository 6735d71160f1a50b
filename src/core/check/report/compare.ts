import { assertNever } from '../../assert-never'
import { count } from '../../words/count'
import type { Report, ReportResult } from './report'

/** What changed from an earlier report to a later one, as sentences, the weightiest first. */
export interface Comparison {
  readonly title: string
  readonly changes: readonly string[]
}

/** Compares two reports: packages that changed, checks that end otherwise, checks that came or went. */
export function compareReports(before: Report, after: Report): Comparison {
  const packages = after.versions.flatMap(({ variant, name, package: now }) =>
    packageChange(name, before.versions.find((v) => v.variant === variant)?.package ?? null, now),
  )
  const verdicts = after.results.flatMap((now) => verdictChange(now, { then: same(before.results, now), name: nameOf(after, now.variant) }))
  const gone = before.results
    .filter((then) => !same(after.results, then))
    .map((then) => `${then.claim} (${nameOf(before, then.variant)}): was checked then, and is not any more.`)
  const changes = [...packages, ...verdicts.sort((a, b) => a.weight - b.weight).map((v) => v.words), ...gone]
  return { title: changes.length === 0 ? 'Nothing changed since that report.' : `${count(changes.length, 'thing')} changed since that report.`, changes }
}

function packageChange(name: string, then: Package, now: Package): readonly string[] {
  if (then?.digest === now?.digest) return []
  if (then === null) return [`${name}: was not built then.`]
  if (now === null) return [`${name}: the package is not there any more.`]
  return [`${name}: another package, ${short(then.digest)} then and ${short(now.digest)} now; what the old report says about it does not hold for this one.`]
}

type Package = Report['versions'][number]['package']

function verdictChange(
  now: ReportResult,
  { then, name }: { readonly then: ReportResult | undefined; readonly name: string },
): readonly { readonly weight: number; readonly words: string }[] {
  const what = `${now.claim} (${name})`
  if (!then) return [{ weight: 3, words: `${what}: was not checked then, and ${said(now.verdict)} now.` }]
  if (then.verdict === now.verdict) return []
  return [{ weight: now.verdict === 'failed' ? 0 : now.verdict === 'passed' ? 2 : 1, words: `${what}: ${said(then.verdict)} then, ${said(now.verdict)} now.` }]
}

function same(results: readonly ReportResult[], { check, variant }: ReportResult): ReportResult | undefined {
  return results.find((r) => r.check === check && r.variant === variant)
}

function nameOf(report: Report, variant: string): string {
  return report.versions.find((v) => v.variant === variant)?.name ?? variant
}

function said(verdict: ReportResult['verdict']): string {
  switch (verdict) {
    case 'passed':
      return 'passed'
    case 'failed':
      return 'failed'
    case 'needs-a-look':
      return 'needed a look'
    case 'could-not-run':
      return 'could not run'
    case 'not-applicable':
      return 'did not apply'
    default:
      return assertNever(verdict)
  }
}

function short(digest: string): string {
  return digest.replace(/^sha256:/, '').slice(0, 12)
}
