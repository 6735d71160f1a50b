import { TIME, TIME_LENGTH, type Entry, type Stream } from './entry'
import type { MessageLevel } from './message-level'

/** Which part of a line an entry holds. */
export type Piece = 'whole' | 'first' | 'middle' | 'last'

/** Says something of the lines around it: another container begins, this one was started again, goes on, is read to its end, something is missing. */
export type Mark = 'new' | 'run' | 'same' | 'end' | 'gap'

/** A line of the file in which messages are kept. */
export type KeptLine =
  | { readonly kind: 'entry'; readonly time: string; readonly from: Stream; readonly level: MessageLevel; readonly piece: Piece; readonly text: string }
  | { readonly kind: 'mark'; readonly time: string; readonly mark: Mark; readonly text: string }

/** Which lines to show. */
export type Wanted = 'everything' | 'warnings'

const streams = { out: 'o', err: 'e' } as const
const levels = { info: 'i', warning: 'w', error: 'e' } as const
const pieces = { whole: 'w', first: 'f', middle: 'm', last: 'l' } as const
const marks = { new: 'NEW', run: 'RUN', same: 'SAM', end: 'END', gap: 'GAP' } as const

const CODE = TIME_LENGTH + 1
/** Where the text of a line begins. */
export const TEXT_AT = CODE + 4

/** An entry as a line of the file: its time, stream, level and piece, and its text. */
export function writeEntry({ time, from, text }: Entry, level: MessageLevel, piece: Piece): string {
  return `${time} ${streams[from]}${levels[level]}${pieces[piece]} ${text}\n`
}

/** A mark as a line of the file. */
export function writeMark(mark: Mark, time: string, text: string): string {
  return `${time} ${marks[mark]} ${text}\n`
}

/** Reads a line of the file; null where it is none. */
export function readKept(line: string): KeptLine | null {
  if (!BEGINS.test(line)) return null
  const time = line.slice(0, TIME_LENGTH)
  const text = line.slice(TEXT_AT)
  const mark = keyOf(marks, line.slice(CODE, CODE + 3))
  if (mark) return { kind: 'mark', time, mark, text }
  const [from, level, piece] = [keyOf(streams, line.charAt(CODE)), keyOf(levels, line.charAt(CODE + 1)), keyOf(pieces, line.charAt(CODE + 2))]
  return from && level && piece ? { kind: 'entry', time, from, level, piece, text } : null
}

const BEGINS = new RegExp(`^${TIME.source} \\w{3} `)

function keyOf<K extends string>(letters: Readonly<Record<K, string>>, letter: string): K | undefined {
  return (Object.keys(letters) as K[]).find((key) => letters[key] === letter)
}

/** Whether a line of the file, given where it begins in a text, begins a line on the screen. */
export function isShown(text: string, start: number, wanted: Wanted): boolean {
  const code = text.slice(start + CODE, start + CODE + 3)
  if (code === marks.new || code === marks.run || code === marks.gap) return true
  if (code === marks.same || code === marks.end) return false
  if (code.charAt(2) !== pieces.whole && code.charAt(2) !== pieces.first) return false
  return wanted === 'everything' || code.charAt(1) !== levels.info
}

/** The lines of a stretch that are wanted, as they are kept. */
export function wantedLines(text: string, wanted: Wanted): string {
  if (wanted === 'everything') return text
  let out = ''
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf('\n', start)
    const next = newline === -1 ? text.length : newline + 1
    if (isShown(text, start, wanted)) out += text.slice(start, next)
    start = next
  }
  return out
}

/** Where the last so many shown lines of a stretch of whole lines begin (null where there are fewer), and how many are missing. */
export function startOfLast(text: string, lines: number, wanted: Wanted): { readonly at: number | null; readonly left: number } {
  let left = lines
  for (let end = text.length; end > 0;) {
    const start = text.lastIndexOf('\n', end - 2) + 1
    if (isShown(text, start, wanted)) left -= 1
    if (left <= 0) return { at: start, left: 0 }
    end = start
  }
  return { at: null, left }
}

/** How many lines of a stretch of whole lines are shown. */
export function countShown(text: string, wanted: Wanted): number {
  let count = 0
  for (let start = 0; start < text.length; start = text.indexOf('\n', start) + 1) if (isShown(text, start, wanted)) count += 1
  return count
}
