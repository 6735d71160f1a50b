import type { Stream } from './entry'

/** How bad a message of the app is. */
export type MessageLevel = 'error' | 'warning' | 'info'

const NAMES: Readonly<Record<string, MessageLevel>> = {
  emerg: 'error',
  alert: 'error',
  critical: 'error',
  crit: 'error',
  fatal: 'error',
  panic: 'error',
  severe: 'error',
  error: 'error',
  err: 'error',
  warning: 'warning',
  warn: 'warning',
  notice: 'info',
  info: 'info',
  debug: 'info',
  trace: 'info',
  verbose: 'info',
}
const ANY = Object.keys(NAMES).join('|')
// Further on a word is only talk.
const BEGINNING = 100
// eslint-disable-next-line no-control-regex
const COLOURS = /\x1b\[[\d;]*m/g
const IN_JSON = /"(?:level|levelname|severity|lvl|log\.level)"\s*:\s*"?(\w+)/i
const NAMED = new RegExp(`\\b(?:level|lvl|severity)=["']?(${ANY})\\b`, 'i')
const WORD = new RegExp(`(?:^|[\\s[(<|])(${ANY.toUpperCase()})(?=$|[\\s\\]):>|,])|(?:^|[[(<])(${ANY})(?=[\\]):>])|\\s(${ANY}):\\s`)
const THROWN = /^Traceback \(most recent call last\)|(?:^|\s)(?:[A-Za-z_][\w.]*)?(?:Error|Exception)(?::|$)/
const WARNED = /(?:^|\s)[A-Za-z_]\w*Warning:/
// Pino's numbers.
const [NUMBER_WARNING, NUMBER_ERROR] = [40, 50]

/** The level of a line; one that names none and is indented belongs to the line before, another one on standard error is a warning. */
export function levelOf(line: string, from: Stream, before: MessageLevel | null): MessageLevel {
  const text = line.slice(0, BEGINNING * 4).replace(COLOURS, '')
  const named = text.trimStart().startsWith('{') ? inJson(text) : inText(text.slice(0, BEGINNING))
  if (named) return named
  if (before !== null && (/^\s/.test(text) || text === '')) return before
  return from === 'err' ? 'warning' : 'info'
}

function inJson(text: string): MessageLevel | null {
  const value = IN_JSON.exec(text)?.[1]?.toLowerCase()
  if (value === undefined) return null
  const number = Number(value)
  if (Number.isNaN(number)) return NAMES[value] ?? 'info'
  return number >= NUMBER_ERROR ? 'error' : number >= NUMBER_WARNING ? 'warning' : 'info'
}

function inText(text: string): MessageLevel | null {
  const [, name] = NAMED.exec(text) ?? []
  const word =
    name ??
    WORD.exec(text)
      ?.slice(1)
      .find((found) => found !== undefined)
  if (word !== undefined) return NAMES[word.toLowerCase()] ?? null
  if (THROWN.test(text)) return 'error'
  return WARNED.test(text) ? 'warning' : null
}
