import { z } from 'zod'

/** One piece of work of a build; times are milliseconds since 1970. */
export interface Vertex {
  readonly digest: string
  readonly name: string
  readonly inputs: readonly string[]
  readonly started: number | null
  readonly completed: number | null
  readonly cached: boolean
  readonly error: string | null
}

/** Progress inside a piece of work: a transfer, an extraction, an export. */
export interface VertexStatus {
  readonly id: string
  readonly vertex: string
  readonly name: string
  readonly current: number
  readonly total: number | null
  readonly started: number | null
  readonly completed: number | null
}

/** Output of a piece of work; `data` is base64, and may begin or end inside a character. */
export interface VertexLog {
  readonly vertex: string
  readonly stream: number
  readonly data: string
  readonly at: number
}

/** Advice about the Dockerfile. */
export interface VertexWarning {
  readonly vertex: string
  readonly text: string
}

/** One line of `docker compose --progress json build`; a line of an unknown shape is kept as it is. */
export type BuildkitRecord =
  | {
      readonly kind: 'progress'
      readonly vertexes: readonly Vertex[]
      readonly statuses: readonly VertexStatus[]
      readonly logs: readonly VertexLog[]
      readonly warnings: readonly VertexWarning[]
    }
  | { readonly kind: 'other'; readonly text: string }

/** True for work that was broken off because the build ended, not because of itself. */
export function isCancelled(vertex: Vertex): boolean {
  return /\bcontext canceled\b/.test(vertex.error ?? '')
}

/** Reads one line; null for an empty one, kind `other` for anything that is not a record of BuildKit. */
export function parseBuildkitLine(line: string): BuildkitRecord | null {
  if (line.trim() === '') return null
  return logLine(line) ?? anyLine(line)
}

const none: readonly never[] = []
const LOG_LINE = /^\{"logs":\[\{"vertex":"([^"\\]+)","stream":(\d+),"data":"([\w+/=]+)","timestamp":"([^"\\]+)"\}\]\}\s*$/

// Nearly all lines of a talkative build look like this; without JSON and schema they cost a fifth.
function logLine(line: string): BuildkitRecord | null {
  const [, vertex, stream, data, at] = LOG_LINE.exec(line) ?? []
  if (!vertex || !data || !at) return null
  const log: VertexLog = { vertex, stream: Number(stream), data, at: Date.parse(at) }
  return { kind: 'progress', vertexes: none, statuses: none, logs: [log], warnings: none }
}

function anyLine(line: string): BuildkitRecord {
  const parsed = record.safeParse(fromJson(line))
  if (!parsed.success) return { kind: 'other', text: line }
  const { vertexes, statuses, logs, warnings } = parsed.data
  if (!vertexes && !statuses && !logs && !warnings) return { kind: 'other', text: line }
  return {
    kind: 'progress',
    vertexes: vertexes ?? none,
    statuses: statuses ?? none,
    logs: logs ?? none,
    warnings: warnings ?? none,
  }
}

function fromJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

// Go writes a time that was never set as the year 1.
const time = z
  .string()
  .nullish()
  .transform((text) => (text == null || text.startsWith('0001-') ? null : Date.parse(text)))

const vertex = z
  .object({
    digest: z.string(),
    name: z.string().nullish(),
    inputs: z.array(z.string()).nullish(),
    started: time,
    completed: time,
    cached: z.boolean().nullish(),
    error: z.string().nullish(),
  })
  .transform((v): Vertex => ({
    digest: v.digest,
    name: v.name ?? '',
    inputs: v.inputs ?? none,
    started: v.started,
    completed: v.completed,
    cached: v.cached ?? false,
    error: v.error || null,
  }))

const status = z
  .object({
    id: z.string(),
    vertex: z.string(),
    name: z.string().nullish(),
    current: z.number().nullish(),
    total: z.number().nullish(),
    started: time,
    completed: time,
  })
  .transform((s): VertexStatus => ({ ...s, name: s.name ?? '', current: s.current ?? 0, total: s.total || null }))

const log = z
  .object({ vertex: z.string(), stream: z.number().nullish(), data: z.string().nullish(), timestamp: time })
  .transform((l): VertexLog => ({ vertex: l.vertex, stream: l.stream ?? 1, data: l.data ?? '', at: l.timestamp ?? 0 }))

// The text of a warning is base64 as well, like every list of bytes that Go writes.
const warning = z
  .object({ vertex: z.string().nullish(), short: z.string().nullish() })
  .transform((w): VertexWarning => ({ vertex: w.vertex ?? '', text: w.short ?? '' }))

const record = z.object({
  vertexes: z.array(vertex).nullish(),
  statuses: z.array(status).nullish(),
  logs: z.array(log).nullish(),
  warnings: z.array(warning).nullish(),
})
