import type { LogChunk } from '../build/build'
import type { LogLines } from '../build/build-view-log'
import { tameOutput } from '../build/tame-output'
import { day } from '../words/when'
import { readKept, type KeptLine } from './kept-line'
import type { MessageLevel } from './message-level'
import type { GapReason } from './message-log'
import { lastDrawn } from './plain-line'

const DIM = '\x1b[90m'
const STRONG = '\x1b[97m'
const RED = '\x1b[31m'
const AMBER = '\x1b[33m'
const PLAIN = '\x1b[0m'

const signs: Readonly<Record<MessageLevel, string>> = { error: `${RED}✕${PLAIN}`, warning: `${AMBER}▲${PLAIN}`, info: ' ' }
const LONGEST = 8192

/** Turns kept messages into lines for the terminal: the day where it changes, then time, a sign of the level, and the text. */
export function createMessageLines(now: () => number): LogLines {
  let today = ''
  const dayLine = (at: number): string => {
    const name = new Date(at).toDateString()
    if (name === today) return ''
    today = name
    return `${DIM}${heading(day(at, now()).replace(/^on /, ''))}${PLAIN}\r\n`
  }
  const drawn = (line: string): string => {
    const kept = readKept(line)
    if (kept === null || !isDrawn(kept)) return ''
    const at = Date.parse(kept.time)
    const before = dayLine(at)
    return `${before}${DIM}${clockOf(at)}${PLAIN} ${kept.kind === 'entry' ? entryText(kept) : markText(kept)}${PLAIN}\r\n`
  }
  return {
    add({ text }: LogChunk) {
      return text.split('\n').map(drawn).join('')
    },
    quiet: () => '',
    end: () => '',
  }
}

function isDrawn(kept: KeptLine): boolean {
  if (kept.kind === 'mark') return kept.mark === 'new' || kept.mark === 'run' || kept.mark === 'gap'
  return kept.piece === 'whole' || kept.piece === 'first'
}

function entryText({ from, level, piece, text }: Extract<KeptLine, { kind: 'entry' }>): string {
  const tame = tameOutput(text.slice(0, LONGEST * 2), '').text
  const long = piece === 'first' && text.length > LONGEST
  const shown = lastDrawn(long ? tame.slice(0, LONGEST) : tame)
  const rest = long ? `${PLAIN} ${AMBER}[the rest of this line is not shown, Save keeps it]` : ''
  // Standard error stands out a little; it is no sign of trouble by itself.
  return `${signs[level]} ${from === 'err' ? STRONG : ''}${shown}${rest}`
}

function markText({ mark, text }: Extract<KeptLine, { kind: 'mark' }>): string {
  if (mark === 'new' || mark === 'run') return `  ${DIM}${heading('new start')}`
  const why = (text as GapReason) === 'rotated' ? 'Docker kept only the newest' : 'Docker removed them before they could be read'
  return `${AMBER}▲ Some messages are missing here: ${why}`
}

function heading(words: string): string {
  return `── ${words} ──`
}

function clockOf(at: number): string {
  const date = new Date(at)
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map((part) => String(part).padStart(2, '0')).join(':')
}
