import { closeSync, existsSync, fstatSync, ftruncateSync, openSync, readFileSync, readSync, renameSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Run } from '../../core/build/find-lines'
import { createMirrorText, type MirrorState } from './mirror-text'

/** The text of a build's log in a file of its own, whole lines without colours, step by step as they came. */
export interface Mirror {
  readonly path: string
  readonly bytes: number
  /** The run that holds a byte position of the text. */
  run(at: number): Run | null
  /** The number of a step, by its id. */
  number(step: string): number | null
}

interface Kept extends MirrorState {
  readonly bytes: number
}

/** Text of this size is made where memory was used a moment ago; larger text gets fresh memory each time. */
const CHUNK = 96 * 1024
const NUMBERS_A_RUN = 3

const opened = new Map<string, { state: Kept; runs: number[] }>()

/** Brings the text of a build up to where its records are now; what was written before stays. */
export function bringMirror(folder: string): Mirror {
  const records = openSync(join(folder, 'records.jsonl'), 'r')
  const out = openSync(join(folder, 'log.txt'), existsSync(join(folder, 'log.txt')) ? 'r+' : 'w+')
  try {
    const mirror = opened.get(folder) ?? kept(folder)
    const { size } = fstatSync(records)
    const text = createMirrorText(mirror.state)
    const before = mirror.state.upTo
    // What an earlier panel wrote and did not write down is written again.
    ftruncateSync(out, mirror.state.bytes)
    let bytes = mirror.state.bytes
    let buffer = Buffer.allocUnsafeSlow(CHUNK)
    for (let chunk = CHUNK; text.state().upTo < size;) {
      const { upTo } = text.state()
      if (chunk > buffer.length) buffer = Buffer.allocUnsafeSlow(chunk)
      const read = readSync(records, buffer, 0, Math.min(chunk, size - upTo), upTo)
      const added = text.add(buffer.subarray(0, read))
      for (const run of added.runs) mirror.runs.push(bytes + run.text, run.from, run.number)
      writeSync(out, added.bytes, 0, added.bytes.length, bytes)
      bytes += added.bytes.length
      if (text.state().upTo === upTo && upTo + read >= size) break
      chunk = text.state().upTo === upTo ? chunk * 4 : CHUNK
    }
    const state = { ...text.state(), bytes }
    opened.set(folder, { state, runs: mirror.runs })
    if (state.upTo > before) keep(folder, state, mirror.runs)
    return mirrorOf(join(folder, 'log.txt'), state, mirror.runs)
  } finally {
    closeSync(records)
    closeSync(out)
  }
}

function mirrorOf(path: string, state: Kept, runs: readonly number[]): Mirror {
  return {
    path,
    bytes: state.bytes,
    number: (step) => state.numbers[step] ?? null,
    run(at) {
      let [low, high] = [0, runs.length / NUMBERS_A_RUN - 1]
      while (low < high) {
        const middle = Math.ceil((low + high) / 2)
        if ((runs[middle * NUMBERS_A_RUN] ?? 0) <= at) low = middle
        else high = middle - 1
      }
      const [text, from, number] = runs.slice(low * NUMBERS_A_RUN, low * NUMBERS_A_RUN + NUMBERS_A_RUN)
      return text === undefined || from === undefined || number === undefined ? null : { text, from, number }
    },
  }
}

function keep(folder: string, state: Kept, runs: readonly number[]): void {
  const path = join(folder, 'log.json')
  writeFileSync(`${path}.part`, JSON.stringify({ state, runs }))
  renameSync(`${path}.part`, path)
}

// Nothing but what this panel wrote is in there; a file that is not whole JSON is made again.
function kept(folder: string): { state: Kept; runs: number[] } {
  try {
    return JSON.parse(readFileSync(join(folder, 'log.json'), 'utf8')) as { state: Kept; runs: number[] }
  } catch {
    return { state: { upTo: 0, numbers: {}, pending: {}, errors: [], bytes: 0 }, runs: [] }
  }
}
