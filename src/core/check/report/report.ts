import { z } from 'zod'

const verdict = z.enum(['passed', 'needs-a-look', 'failed', 'not-applicable', 'could-not-run'])

const pack = z.object({ digest: z.string(), bytes: z.number(), createdAt: z.string() })

const result = z.object({
  check: z.string(),
  claim: z.string(),
  proves: z.string(),
  variant: z.string(),
  verdict,
  summary: z.string(),
  command: z.string(),
  output: z.string(),
  exitCode: z.number().nullable(),
  seconds: z.number(),
  digest: z.string().nullable(),
  at: z.string(),
  /** The package has changed since: the result says nothing about the one that is there now. */
  stale: z.boolean(),
  fix: z.string().nullable(),
})

/** A saved report: what was promised, what was found, on what, and the evidence. Times are in ISO 8601, sizes in bytes. */
export const reportSchema = z.object({
  format: z.literal('facecraft-report'),
  formatVersion: z.literal(1),
  madeAt: z.string(),
  panel: z.string(),
  host: z.object({ system: z.string(), processor: z.string(), memoryBytes: z.number() }),
  docker: z.object({ engine: z.string(), compose: z.string() }).nullable(),
  project: z.string(),
  title: z.string(),
  sentence: z.string(),
  counts: z.object({ passed: z.number(), needsALook: z.number(), failed: z.number(), couldNotRun: z.number(), stale: z.number(), notRun: z.number() }),
  versions: z.array(z.object({ variant: z.string(), name: z.string(), package: pack.nullable(), partsFile: z.string().nullable() })),
  results: z.array(result),
  /** Checks that could be tried and never were. */
  notRun: z.array(z.object({ check: z.string(), claim: z.string(), variant: z.string() })),
})

/** A report as it is kept in its JSON file. */
export type Report = z.infer<typeof reportSchema>

/** One result of it. */
export type ReportResult = z.infer<typeof result>

/** The report in a JSON text, or null when it is none. */
export function readReport(text: string): Report | null {
  try {
    return reportSchema.parse(JSON.parse(text))
  } catch {
    return null
  }
}
