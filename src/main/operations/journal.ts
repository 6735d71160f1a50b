import { appendFileSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { endInterrupted, replay, type JournalEntry } from '../../core/operation/replay'
import type { Operation } from '../../core/operation/operation'
import { panelFolder } from '../files/panel-folder'

const KEPT = 20

const entry = z.custom<JournalEntry>((v) => typeof v === 'object' && v !== null && 'type' in v)

/** Writes what an operation told to its own file before it is shown. */
export function writeJournal(id: string, line: JournalEntry): void {
  appendFileSync(fileOf(id), `${JSON.stringify(line)}\n`)
}

/** The last operations, newest first; one that no panel saw end is told as interrupted. Older ones are removed. */
export function readJournals(): readonly Operation[] {
  const names = readdirSync(panelFolder('operations')).sort().reverse()
  for (const old of names.slice(KEPT)) rmSync(join(panelFolder('operations'), old))
  return names.slice(0, KEPT).flatMap((name) => {
    const operation = replay(linesOf(readFileSync(join(panelFolder('operations'), name), 'utf8')))
    return operation ? [endInterrupted(operation)] : []
  })
}

// The last line may be half written when the panel was killed: it is passed over.
function linesOf(text: string): readonly JournalEntry[] {
  return text.split('\n').flatMap((line) => {
    try {
      const parsed = entry.safeParse(JSON.parse(line))
      return parsed.success ? [parsed.data] : []
    } catch {
      return []
    }
  })
}

function fileOf(id: string): string {
  return join(panelFolder('operations'), `${id}.jsonl`)
}
