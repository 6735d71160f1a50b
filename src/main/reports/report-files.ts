import { hostname, homedir, release, totalmem, type, userInfo } from 'node:os'
import { basename } from 'node:path'
import { compareReports } from '../../core/check/report/compare'
import { reportHtml } from '../../core/check/report/html'
import { makeReport } from '../../core/check/report/make-report'
import type { Report } from '../../core/check/report/report'
import { sbom } from '../../core/check/report/sbom'
import type { PanelState } from '../../core/panel/panel'
import { processorName } from '../project/hardware'
import { keptParts } from './parts'

/** A file of a report: its name and its text. */
export interface ReportFile {
  readonly name: string
  readonly text: string
}

/** What a report is made of beside the panel's state: who makes it, the name of its first file, and an earlier one to compare with. */
export interface ReportOrder {
  readonly panel: string
  readonly name: string
  readonly earlier: Report | null
}

/** The report of what is known now. */
export function reportNow(state: PanelState, { panel, name }: Pick<ReportOrder, 'panel' | 'name'>): Report {
  return makeReport(state, {
    now: Date.now(),
    panel,
    host: { system: `${type()} ${release()}`, processor: processorName(), memoryBytes: totalmem() },
    personal: { home: homedir(), user: userInfo().username, host: hostname() },
    partsFile: (variant) => (partsOf(state, variant) ? partsName(name, variant) : null),
  })
}

/** All files of a report: the page to read and print, the same as JSON, and a list of parts for each package. */
export function reportFiles(state: PanelState, order: ReportOrder): readonly ReportFile[] {
  const report = reportNow(state, order)
  const variants = state.project.kind === 'usable' ? state.project.project.variants : []
  return [
    { name: order.name, text: reportHtml(report, order.earlier && compareReports(order.earlier, report)) },
    { name: `${stem(order.name)}.json`, text: `${JSON.stringify(report, null, 1)}\n` },
    ...variants.flatMap(({ id, image }) => {
      const known = partsOf(state, id)
      if (!known) return []
      const list = sbom(known.parts, { image, digest: known.digest, panel: order.panel, now: Date.now() })
      return [{ name: partsName(order.name, id), text: `${JSON.stringify(list, null, 1)}\n` }]
    }),
  ]
}

function partsOf(state: PanelState, variant: string): { readonly parts: NonNullable<ReturnType<typeof keptParts>>; readonly digest: string } | null {
  const digest = state.variants.find((v) => v.id === variant)?.package?.digest
  const parts = digest === undefined ? null : keptParts(digest)
  return parts && digest !== undefined ? { parts, digest } : null
}

function partsName(name: string, variant: string): string {
  return `${stem(name)}.parts${variant === '' ? '' : `-${variant}`}.cdx.json`
}

function stem(name: string): string {
  return basename(name).replace(/\.html?$/i, '')
}
