import { isCancelled, parseBuildkitLine, type Vertex } from '../../core/records/buildkit'
import type { Run } from '../../core/build/find-lines'
import { outputData, scanLines } from '../../core/build/log-scan'

/** What must be known to go on with the text of a log: plain data, so that it can be kept on disk. */
export interface MirrorState {
  /** Byte position in the records up to which they were read. */
  readonly upTo: number
  readonly numbers: Readonly<Record<string, number>>
  /** The beginning of a line, one char a byte, by step, and the record in which it begins. */
  readonly pending: Readonly<Record<string, { readonly text: string; readonly at: number }>>
  readonly errors: readonly string[]
}

/** The text of some records: whole lines without colours, in runs of one step each. */
export interface MirrorText {
  /** Text and runs of the records that follow. */
  add(records: Buffer): { readonly bytes: Buffer; readonly runs: readonly Run[] }
  state(): MirrorState
}

const LONGEST_RUN = 8192
const LONGEST_PENDING = 16 * 1024 * 1024
const NEWLINE = 10
const CONTROLS = /\x1b\[[0-?]*[ -/]*[@-~]|\x1b[\]PX^_][^\x07\x1b\n]*(?:\x07|\x1b\\)?|\x1b[ -/]*[0-~]|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/g

/** Makes text of records, going on from a state. */
export function createMirrorText(start: MirrorState): MirrorText {
  let { upTo } = start
  const numbers: Record<string, number> = { ...start.numbers }
  let errors = new Set(start.errors)
  let pending = new Map(Object.entries(start.pending))

  const numberOf = (step: string): number => (numbers[step] ??= Object.keys(numbers).length + 1)

  const walk = (records: Buffer, careful: 'careful' | 'fast'): Draft => {
    const draft = createDraft(records.length)
    const text = records.toString('latin1')
    const say = (step: string, said: string, at: number): void => {
      const waiting = pending.get(step)
      const all = (waiting?.text ?? '') + said
      const cut = all.length > LONGEST_PENDING ? all.length : all.lastIndexOf('\n') + 1
      if (cut > 0) draft.line(clean(all.slice(0, cut)), { from: waiting?.at ?? at, number: numberOf(step) })
      if (cut === all.length) pending.delete(step)
      else pending.set(step, { text: all.slice(cut), at: cut > 0 ? at : (waiting?.at ?? at) })
    }
    const next = scanLines(records, (start, end, step) => {
      const at = upTo + start
      if (step === null) return sayRecord(text.slice(start, end), at, say)
      const data = outputData(text, { start, end })
      const base64 = text.slice(data.start, data.end)
      if (careful === 'fast' && !pending.has(step) && draft.decode(base64, { from: at, number: numberOf(step) })) return
      say(step, Buffer.from(base64, 'base64').toString('latin1'), at)
    })
    return { ...draft, next }
  }

  const sayRecord = (line: string, at: number, say: (step: string, said: string, at: number) => void): void => {
    const record = parseBuildkitLine(line)
    if (record?.kind !== 'progress') return
    for (const vertex of record.vertexes) {
      if (vertex.started !== null) numberOf(vertex.digest)
      if (!isFirstError(vertex, errors)) continue
      errors.add(vertex.digest)
      say(vertex.digest, `\nERROR: ${vertex.error ?? ''}\n`.slice(pending.has(vertex.digest) ? 0 : 1), at)
    }
    for (const log of record.logs) say(log.vertex, Buffer.from(log.data, 'base64').toString('latin1'), at)
  }

  return {
    add(records) {
      const before = { pending: new Map(pending), errors: new Set(errors) }
      let draft = walk(records, 'fast')
      if (draft.isColoured()) {
        pending = before.pending
        errors = before.errors
        draft = walk(records, 'careful')
      }
      upTo += draft.next
      return draft.done()
    },
    state: () => ({ upTo, numbers, pending: Object.fromEntries(pending), errors: [...errors] }),
  }
}

type Draft = Pick<ReturnType<typeof createDraft>, 'isColoured' | 'done'> & { readonly next: number }

type Source = Pick<Run, 'from' | 'number'>

function createDraft(size: number) {
  let bytes = Buffer.allocUnsafe(size)
  let length = 0
  const runs: Run[] = []
  const begin = ({ from, number }: Source): void => {
    const last = runs.at(-1)
    if (last?.number !== number || length - last.text > LONGEST_RUN) runs.push({ text: length, from, number })
  }
  return {
    /** Adds output that is whole lines; false where it is not. */
    decode(base64: string, source: Source): boolean {
      const written = bytes.write(base64, length, 'base64')
      if (written === 0 || bytes[length + written - 1] !== NEWLINE) return false
      begin(source)
      length += written
      return true
    },
    line(text: string, source: Source): void {
      begin(source)
      if (length + text.length > bytes.length) bytes = Buffer.concat([bytes.subarray(0, length)], length + text.length + size)
      length += bytes.write(text, length, 'latin1')
    },
    isColoured: () => bytes.subarray(0, length).indexOf(0x1b) !== -1 || bytes.subarray(0, length).indexOf(0x0d) !== -1,
    done: () => ({ bytes: bytes.subarray(0, length), runs }),
  }
}

// A line that was drawn over and over counts as it stood last.
function clean(text: string): string {
  const lines = text.endsWith('\n') ? text : `${text}\n`
  return lines
    .replace(CONTROLS, '')
    .replace(/\r+\n/g, '\n')
    .replace(/[^\n]*\r/g, '')
}

function isFirstError(vertex: Vertex, errors: ReadonlySet<string>): boolean {
  return vertex.error !== null && !isCancelled(vertex) && !errors.has(vertex.digest)
}
