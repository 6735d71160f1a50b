import type { Run, Stretch } from '../../core/build/find-lines'
import { isShown, TEXT_AT, type Wanted } from '../../core/messages/kept-line'
import { plainLine } from '../../core/messages/plain-line'
import { readMessages } from './message-file'

/** Which kept lines to look through. */
export interface MessageLines {
  readonly folder: string
  readonly length: number
  readonly wanted: Wanted
}

/** A stretch of messages as text without colours, and where each part of it is kept. */
export interface MessageStretch extends Stretch {
  readonly runs: readonly Run[]
}

const SLICE = 1024 * 1024
const RUN = 8192

/** The messages as stretches of text to look through, from the first to the last. */
export function* messageStretches({ folder, length, wanted }: MessageLines): Generator<MessageStretch> {
  let at = 0
  for (let from = 0; from < length;) {
    const read = readMessages(folder, { from, bytes: SLICE, length })
    const lines = read.text.slice(0, read.text.lastIndexOf('\n') + 1)
    if (lines === '') return
    const { raw, places } = shownLines(lines, wanted)
    const runs: Run[] = []
    let text = ''
    Buffer.from(raw, 'latin1')
      .toString('utf8')
      .split('\n')
      .slice(0, -1)
      .forEach((line, n) => {
        if (runs.length === 0 || at + text.length - (runs.at(-1)?.text ?? 0) > RUN)
          runs.push({ text: at + text.length, from: read.from + (places[n] ?? 0), number: 0 })
        text += `${plainLine(line)}\n`
      })
    yield { text, at, bytesOf: (piece) => piece.length, runs }
    at += text.length
    from = read.from + lines.length
  }
}

function shownLines(lines: string, wanted: Wanted): { readonly raw: string; readonly places: readonly number[] } {
  const places: number[] = []
  let raw = ''
  for (let start = 0; start < lines.length;) {
    const next = lines.indexOf('\n', start) + 1
    if (isShown(lines, start, wanted)) {
      places.push(start)
      raw += lines.slice(start + TEXT_AT, next)
    }
    start = next
  }
  return { raw, places }
}
