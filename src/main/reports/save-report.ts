import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Report } from '../../core/check/report/report'
import type { PanelState } from '../../core/panel/panel'
import type { Saved } from '../../shared/contract'
import type { Desktop } from '../desktop'
import { reportFiles } from './report-files'

/** Asks where the report shall lie and writes its page there, with the same as JSON and the lists of parts beside it. */
export async function saveReport(state: PanelState, desktop: Desktop, earlier: Report | null): Promise<Saved> {
  const name = `facecraft-report-${new Date().toISOString().slice(0, 10)}.html`
  const [page] = reportFiles(state, { panel: desktop.version, name, earlier })
  if (!page) return { kind: 'not-saved' }
  const saved = await desktop.save(page.name, Buffer.from(page.text))
  if (saved.kind === 'saved') await writeReport(state, { path: saved.path, panel: desktop.version, earlier })
  return saved
}

/** Writes the page of a report to this path and its other files beside it; gives all paths. */
export async function writeReport(
  state: PanelState,
  { path, panel, earlier }: { readonly path: string; readonly panel: string; readonly earlier: Report | null },
): Promise<readonly string[]> {
  const files = reportFiles(state, { panel, name: path, earlier })
  const paths = files.map((file, at) => (at === 0 ? path : join(dirname(path), file.name)))
  await Promise.all(files.map((file, at) => writeFile(paths[at] ?? path, file.text)))
  return paths
}
