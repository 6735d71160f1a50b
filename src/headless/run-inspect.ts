import { resolve } from 'node:path'
import { bundledProject } from '../main/project/bundled'
import { findFiles } from '../main/project/compose-files'
import { askEarly } from '../main/project/inspect-early'

/** Prints what is known of the project in a folder as one JSON object; while Compose reads, the rest of the code is loaded. */
export async function runInspect(folder: string | null, signal: AbortSignal): Promise<number> {
  const found = await findFiles(folder ?? bundledProject(resolve('.')).folder)
  const early = found.kind === 'found' ? await askEarly(found, signal) : null
  const { inspection } = await import('./inspect')
  const seen = await inspection(found, early, signal)
  // A pipe takes it piece by piece; the process must not end before.
  await new Promise((written) => process.stdout.write(`${JSON.stringify(seen)}\n`, written))
  return seen.ok ? 0 : 1
}
