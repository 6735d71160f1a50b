import { z } from 'zod'

/** One line of what Compose says of itself with `--progress json`, on standard error. */
export type ComposeRecord =
  | {
      readonly kind: 'task'
      /** What is worked on, such as "Container facecraft-cpu". */
      readonly id: string
      /** What happens to it, such as "Creating", "Healthy", "Error". */
      readonly status: string
      readonly text: string
      readonly parent: string | null
      readonly current: number | null
      readonly total: number | null
    }
  | { readonly kind: 'error'; readonly message: string }
  | { readonly kind: 'other'; readonly text: string }

/** Reads one line; null for an empty one, kind `other` for plain text such as a warning. */
export function parseComposeLine(line: string): ComposeRecord | null {
  if (line.trim() === '') return null
  const json = fromJson(line)
  const failed = error.safeParse(json)
  if (failed.success) return { kind: 'error', message: failed.data.message }
  const told = task.safeParse(json)
  return told.success ? told.data : { kind: 'other', text: line }
}

/** All that Compose said, as lines for people: of each task how it stands last, and its own last words out of their record. */
export function composeMessages(output: string): readonly string[] {
  const records = output.split('\n').flatMap((line) => parseComposeLine(line) ?? [])
  const latest = new Map(records.map((record, place) => [record.kind === 'task' ? record.id : place, place]))
  return records.filter((record, place) => record.kind !== 'task' || latest.get(record.id) === place).flatMap(linesOf)
}

function linesOf(record: ComposeRecord): readonly string[] {
  if (record.kind === 'task') return [[record.id, record.status, record.text].filter(Boolean).join(' ')]
  const text = record.kind === 'error' ? record.message : record.text
  return text.split('\n').filter((part) => part.trim() !== '')
}

function fromJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

const error = z.object({ error: z.literal(true), message: z.string().default('') })

const task = z
  .object({
    id: z.string(),
    status: z.string().nullish(),
    text: z.string().nullish(),
    details: z.string().nullish(),
    parent_id: z.string().nullish(),
    current: z.number().nullish(),
    total: z.number().nullish(),
  })
  .transform((t): Extract<ComposeRecord, { kind: 'task' }> => ({
    kind: 'task',
    id: t.id,
    status: t.status ?? '',
    text: t.details ?? t.text ?? '',
    parent: t.parent_id ?? null,
    current: t.current ?? null,
    total: t.total || null,
  }))
