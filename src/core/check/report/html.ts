import { duration } from '../../words/duration'
import { size } from '../../words/size'
import { checklist } from '../checklist'
import type { Comparison } from './compare'
import { reportStyle } from './html-style'
import type { Report, ReportResult } from './report'

/** The report as one page that needs nothing else: the summary first, then each check with its evidence; made to be printed. */
export function reportHtml(report: Report, comparison: Comparison | null): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Facecraft: ${escaped(report.title)}</title>
<style>${reportStyle}</style>
</head>
<body>
<main>
<header>
<p class="kicker">Facecraft, report of ${escaped(moment(report.madeAt))}</p>
<h1>${escaped(report.title)}</h1>
<p class="lead">${escaped(report.sentence)}</p>
<dl class="counts">${counts(report)}</dl>
</header>
${comparison ? compared(comparison) : ''}
<section aria-labelledby="summary">
<h2 id="summary">What was promised, and what was found</h2>
${summary(report)}
</section>
<section aria-labelledby="about">
<h2 id="about">On what</h2>
${about(report)}
</section>
<section aria-labelledby="evidence">
<h2 id="evidence">Evidence</h2>
<p class="note">Commands are written as you would type them; the panel puts the same questions to Docker directly. Names of people and computers, passwords and keys were taken out.</p>
${report.results
  .filter((r) => r.verdict !== 'not-applicable')
  .map((r) => evidence(report, r))
  .join('\n')}
</section>
</main>
</body>
</html>
`
}

const MARKS: Readonly<Record<ReportResult['verdict'], readonly [string, string]>> = {
  passed: ['✓', 'passed'],
  'needs-a-look': ['△', 'needs a look'],
  failed: ['✕', 'failed'],
  'not-applicable': ['–', 'not for this version'],
  'could-not-run': ['○', 'could not run'],
}

function counts({ counts: c }: Report): string {
  const all: readonly (readonly [string, number, string])[] = [
    ['passed', c.passed, 'passed'],
    ['needs-a-look', c.needsALook, c.needsALook === 1 ? 'needs a look' : 'need a look'],
    ['failed', c.failed, 'failed'],
    ['could-not-run', c.couldNotRun, 'could not run'],
    ['stale', c.stale, 'about an older package'],
    ['not-run', c.notRun, 'never ran'],
  ]
  return all
    .filter(([kind, number]) => number > 0 || kind === 'passed' || kind === 'failed')
    .map(([kind, number, words]) => `<div class="${number === 0 ? 'quiet' : kind}"><dd>${number}</dd><dt>${words}</dt></div>`)
    .join('')
}

function compared({ title, changes }: Comparison): string {
  return `<section aria-labelledby="changes"><h2 id="changes">${escaped(title)}</h2><ul>${changes.map((change) => `<li>${escaped(change)}</li>`).join('')}</ul></section>`
}

function summary(report: Report): string {
  const told = new Map([...report.results, ...report.notRun].map((r) => [r.check, r.claim]))
  const claims = checklist.flatMap(({ id }): readonly (readonly [string, string])[] => (told.has(id) ? [[id, told.get(id) ?? id]] : []))
  const heads = report.versions.map((v) => `<th scope="col">${escaped(v.name)}</th>`).join('')
  const rows = claims.map(
    ([check, claim]) => `<tr><th scope="row">${escaped(claim)}</th>${report.versions.map((v) => `<td>${cell(report, check, v.variant)}</td>`).join('')}</tr>`,
  )
  return `<table><thead><tr><th scope="col">Promise</th>${heads}</tr></thead><tbody>${rows.join('')}</tbody></table>`
}

function cell(report: Report, check: string, variant: string): string {
  const result = report.results.find((r) => r.check === check && r.variant === variant)
  if (!result)
    return report.notRun.some((r) => r.check === check && r.variant === variant) ? '<span class="quiet">○ not run</span>' : '<span class="quiet">–</span>'
  if (result.stale) return '<span class="quiet">○ about an older package</span>'
  const [mark, words] = MARKS[result.verdict]
  return `<a class="${result.verdict}" href="#${anchor(result)}"><span aria-label="${words}">${mark}</span> ${escaped(result.summary)}</a>`
}

function about({ versions, docker, host, panel, project }: Report): string {
  const rows = [
    ...versions.map(({ name, package: p, partsFile }): readonly [string, string] => [
      name,
      p ? `${size(p.bytes)}, built ${moment(p.createdAt)}, ${p.digest}${partsFile ? `; its parts are listed in ${partsFile}` : ''}` : 'not built',
    ]),
    ['Project', project] as const,
    ['Docker', docker ? `${docker.engine}, Compose ${docker.compose}` : 'did not answer'] as const,
    ['Computer', `${host.system}, ${host.processor}, ${size(host.memoryBytes)} memory`] as const,
    ['Facecraft Panel', panel] as const,
  ]
  return `<table class="facts"><tbody>${rows.map(([name, value]) => `<tr><th scope="row">${escaped(name)}</th><td>${escaped(value)}</td></tr>`).join('')}</tbody></table>`
}

function evidence(report: Report, result: ReportResult): string {
  const [mark, words] = MARKS[result.verdict]
  const name = report.versions.find((v) => v.variant === result.variant)?.name ?? result.variant
  const ending = [
    result.exitCode === null ? 'no exit code' : `exit ${result.exitCode}`,
    `in ${duration(result.seconds)}`,
    moment(result.at),
    ...(result.digest ? [`package ${result.digest}`] : []),
  ].join(', ')
  const said =
    result.command === '' ? '' : `<pre>$ ${escaped(result.command)}${result.output.trim() === '' ? '' : `\n<b>${escaped(result.output.trim())}</b>`}</pre>`
  return `<article id="${anchor(result)}" class="${result.stale ? 'stale' : result.verdict}">
<h3>${escaped(result.claim)} <small>${escaped(name)}</small></h3>
<p class="verdict">${mark} ${words}${result.stale ? ', about an older package' : ''}: ${escaped(result.summary)}</p>
<p>${escaped(result.proves)}</p>
${result.fix ? `<p class="fix">${escaped(result.fix)}</p>` : ''}${said}<p class="ending">${escaped(ending)}</p>
</article>`
}

function anchor({ check, variant }: ReportResult): string {
  return escaped(`${check}-${variant}`)
}

function moment(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
