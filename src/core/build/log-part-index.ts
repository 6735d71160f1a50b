import { parseBuildkitLine } from '../records/buildkit'
import { scanLines } from './log-scan'

/** What must be known of a records file to show its log from any byte position; plain data, so that it can be kept on disk. */
export interface LogIndex {
  /** Byte position up to which the file was walked through. */
  readonly upTo: number
  /** Each step's number, in the order in which the steps began. */
  readonly numbers: Readonly<Record<string, number>>
  /** Byte position of the first record with output of a step: from there its lines can be read. */
  readonly firstOutput: Readonly<Record<string, number>>
  /** Byte position of the last such record. */
  readonly lastOutput: Readonly<Record<string, number>>
  /** Byte position of the record that first says why a step failed; the engine may say it again. */
  readonly errors: Readonly<Record<string, number>>
}

/** The index of an empty file. */
export const emptyLogIndex: LogIndex = { upTo: 0, numbers: {}, firstOutput: {}, lastOutput: {}, errors: {} }

/** The index after the stretch that follows what it knows, given one char a byte; a last line that is not whole is left out. */
export function extendLogIndex(index: LogIndex, text: string): LogIndex {
  const draft: Draft = {
    numbers: { ...index.numbers },
    firstOutput: { ...index.firstOutput },
    lastOutput: { ...index.lastOutput },
    errors: { ...index.errors },
  }
  const next = scanLines(text, ({ start, end, step }) => {
    if (step === null) addRecord(draft, text.slice(start, end), index.upTo + start)
    else addOutput(draft, step, index.upTo + start)
  })
  return { ...draft, upTo: index.upTo + next }
}

type Draft = { readonly [K in Exclude<keyof LogIndex, 'upTo'>]: Record<string, LogIndex[K][string]> }

function addRecord(draft: Draft, line: string, at: number): void {
  const record = parseBuildkitLine(line)
  if (!record || record.kind === 'other') return
  for (const vertex of record.vertexes) {
    if (vertex.started !== null) addNumber(draft, vertex.digest)
    if (vertex.error) draft.errors[vertex.digest] ??= at
  }
  for (const log of record.logs) addOutput(draft, log.vertex, at)
}

function addOutput(draft: Draft, step: string, at: number): void {
  addNumber(draft, step)
  draft.firstOutput[step] ??= at
  draft.lastOutput[step] = at
}

function addNumber({ numbers }: Draft, step: string): void {
  numbers[step] ??= Object.keys(numbers).length + 1
}
