/** Output that is safe to draw, and the beginning of a sequence that the next piece must finish. */
export interface Tamed {
  readonly text: string
  readonly rest: string
}

const LONGEST_REST = 4096
const MOST_REPEATS = 1000

/** What a byte becomes that is no part of a character. */
const NO_CHARACTER = '\ufffd'
const UNREADABLE = /[^\x20-\x7e]+/g
const LEAST_JUNK = 4
const JUNK_SHARE = 8

const ESC = '\\x1b'
const STRING_BODY = '[^\\x07\\x1b\\n]*'
const CONTROL = [
  `${ESC}\\[([0-?]*)([ -/]*)([@-~])`, // cursor, colour, modes, queries
  `${ESC}[\\]PX^_]${STRING_BODY}(?:\\x07|${ESC}\\\\|(?=[\\n\\x1b]))`, // title, clipboard, hyperlink, device strings
  `${ESC}[ -/]+[0-~]`, // character sets
  `${ESC}[0-~]`, // reset, index, keypad
  '[\\x00-\\x07\\x0b\\x0c\\x0e-\\x1a\\x1c-\\x1f\\x7f]',
].join('|')
const UNFINISHED = new RegExp(`${ESC}(?:\\[[0-?]*[ -/]*|[\\]PX^_]${STRING_BODY}${ESC}?|[ -/]*)?$`)

/**
 * Keeps what draws inside the line (text, colours, returns, erasing and moving within the line) and drops what reaches
 * outside it: titles, clipboard, hyperlinks, queries that make a terminal answer, mouse modes, the alternate screen, jumps
 * to other lines, and floods of repeated characters.
 */
export function tameOutput(piece: string, restBefore: string): Tamed {
  const all = (restBefore + withoutJunk(piece)).replace(/[\x80-\x9f]/g, asEscape)
  const rest = UNFINISHED.exec(all)?.[0] ?? ''
  const finished = all.slice(0, all.length - rest.length)
  return { text: withoutReach(finished), rest: rest.length > LONGEST_REST ? '' : rest }
}

// Lines that are no text at all: what is readable stays, all else becomes one mark, which no font has to be searched for.
function withoutJunk(piece: string): string {
  if (!piece.includes(NO_CHARACTER)) return piece
  const lines = piece.split('\n')
  return lines.map((line) => (isJunk(line) ? line.replace(UNREADABLE, NO_CHARACTER) : line)).join('\n')
}

function isJunk(line: string): boolean {
  let count = 0
  for (let at = line.indexOf(NO_CHARACTER); at !== -1; at = line.indexOf(NO_CHARACTER, at + 1)) count += 1
  return count >= LEAST_JUNK && count * JUNK_SHARE > line.length
}

/** The eight-bit form of an escape sequence, written as the seven-bit form that means the same. */
function asEscape(control: string): string {
  return `\x1b${String.fromCharCode(control.charCodeAt(0) - 0x40)}`
}

function withoutReach(text: string): string {
  let repeatsLeft = MOST_REPEATS
  return text.replace(new RegExp(CONTROL, 'g'), (...[sequence, parameters = '', between = '', final = '']: string[]) => {
    if (final === 'b') repeatsLeft -= firstNumber(parameters)
    return between === '' && staysInLine(final, parameters, repeatsLeft) ? (sequence ?? '') : ''
  })
}

function staysInLine(final: string, parameters: string, repeatsLeft: number): boolean {
  switch (final) {
    case 'm':
      return /^[\d;:]*$/.test(parameters)
    case 'K':
      return /^[012]?$/.test(parameters)
    case 'C':
    case 'D':
    case 'G':
    case 'P':
    case 'X':
    case '@':
      return /^\d{0,3}$/.test(parameters)
    case 'b':
      return /^\d{0,4}$/.test(parameters) && repeatsLeft >= 0
    default:
      return false
  }
}

function firstNumber(parameters: string): number {
  return Number.parseInt(parameters, 10) || 1
}
