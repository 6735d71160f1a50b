import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Provenance } from '../../core/build/build-row'
import type { BuildTimes, Expectation } from '../../core/build/estimate'
import type { Outcome } from '../../core/operation/operation'
import { jsonFile, type JsonFile } from '../files/json-file'
import { panelFolder } from '../files/panel-folder'

const schema = z.object({
  id: z.string(),
  variant: z.string(),
  startedAt: z.number(),
  endedAt: z.number().nullable(),
  outcome: z.custom<Outcome>((v) => typeof v === 'object' && v !== null && 'kind' in v).nullable(),
  pid: z.number(),
  started: z.string().nullable(),
  /** Seconds of each step that really worked and how it wrote its output, for the estimates of later builds. */
  times: z.object({ steps: z.record(z.string(), z.number()), output: z.record(z.string(), z.array(z.number()).readonly()).optional() }).optional(),
  /** What earlier builds let one expect of its steps when it began. */
  expected: z.custom<Expectation>((v) => typeof v === 'object' && v !== null && 'steps' in v).optional(),
  provenance: z.custom<Provenance>((v) => typeof v === 'object' && v !== null && 'panel' in v).optional(),
})

/** What is kept of a build beside its records. */
export type BuildMeta = z.infer<typeof schema>

/** The files of one build: BuildKit's records as they came, the rest of the output, and what is known of the run. */
export interface BuildFolder {
  readonly id: string
  readonly records: string
  readonly errors: string
  readonly meta: JsonFile<BuildMeta>
}

/** The folder of a build, made when absent. */
export function buildFolder(id: string): BuildFolder {
  const folder = panelFolder('builds', id)
  const fallback: BuildMeta = { id, variant: '', startedAt: 0, endedAt: 0, outcome: { kind: 'interrupted' }, pid: 0, started: null }
  return { id, records: join(folder, 'records.jsonl'), errors: join(folder, 'errors.log'), meta: jsonFile(join(folder, 'build.json'), schema, fallback) }
}

/** The ids of the builds on disk, newest first; ids begin with their time. */
export function buildIds(): readonly string[] {
  return readdirSync(panelFolder('builds')).sort().reverse()
}

/** The step times of the builds of a version that succeeded, newest first. */
export function earlierTimes(variant: string): readonly BuildTimes[] {
  const metas = buildIds().map((id) => buildFolder(id).meta.read())
  return metas.filter((m) => m.variant === variant && m.outcome?.kind === 'succeeded').flatMap((m) => m.times ?? [])
}

/** When the command of a build wrote last: its end, where nobody saw it. */
export function lastWritten({ records, errors }: BuildFolder): number {
  return Math.max(...[records, errors].map((path) => Math.round(statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0)))
}

/** Whether a build of this id is on disk; ids from outside never become paths. */
export function isBuild(id: string): boolean {
  return /^[\w-]+$/.test(id) && existsSync(join(panelFolder('builds'), id, 'build.json'))
}
