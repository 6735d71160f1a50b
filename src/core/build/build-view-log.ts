import { clock } from '../words/duration'
import type { BuildStep, LogChunk } from './build'
import { tameOutput } from './tame-output'

/** What the log needs to know of a step: its name as BuildKit prints it and when it began. */
export interface LogStep {
  readonly raw: string
  readonly startedAt: number | null
}

/** The number of the private sequence that marks a place in the log; output of the build can never contain it. */
export const MARK = 7777

/** A place in the log: the beginning or the end of a step's error. */
export type LogMark = 'error-begins' | 'error-ends'

/** Turns chunks of many steps into text for the terminal, in prefixed lines, never mixing two steps in one line. */
export interface LogLines {
  add(chunk: LogChunk): string
  /** One line for a step that ended without a word. */
  quiet(step: BuildStep): string
  end(): string
}

const DIM = '\x1b[90m'
const STRONG = '\x1b[97m'
const ATTENTION = '\x1b[33m'
const RED = '\x1b[31m'
const PLAIN = '\x1b[0m'
const MOST_PENDING = 64 * 1024
const LONGEST_NAME = 300
const LONGEST_STYLE = 80

interface StepText {
  rest: string
  /** Text that waits for its line end while another step's line is open. */
  pending: string
  style: string
}

/** Starts a log with nothing written yet; `stepOf` looks a step up by its id. */
export function createLogLines(stepOf: (id: string) => LogStep | undefined): LogLines {
  const steps = new Map<string, StepText>()
  let out = ''
  let open: string | null = null
  let returned = false
  let afterQuiet = false

  const take = (): string => {
    const taken = out
    out = ''
    return taken
  }

  const endLine = (): void => {
    out += `${PLAIN}\r\n`
    open = null
    returned = false
  }

  const begin = (id: string, number: number): StepText => {
    if (open !== null) endLine()
    if (steps.size > 0) endLine()
    afterQuiet = false
    const fresh: StepText = { rest: '', pending: '', style: '' }
    steps.set(id, fresh)
    out += `${DIM}${sign(number)}${PLAIN} ${STRONG}${oneLine(stepOf(id)?.raw ?? id)}`
    endLine()
    return fresh
  }

  const draw = (step: StepText, chunk: LogChunk, text: string): void => {
    const prefix = `${DIM}${writePrefix(chunk, stepOf(chunk.step))}${PLAIN} `
    for (const part of text.match(/[^\n\r]+|\n|\r/g) ?? []) {
      if (part === '\r') {
        returned = true
        continue
      }
      if (open === null) out += prefix + step.style
      else if (returned && part !== '\n') out += `\r${prefix}${step.style}`
      open = chunk.step
      returned = false
      if (part === '\n') endLine()
      else {
        out += chunk.mark === 'gap' ? `${ATTENTION}${part}${PLAIN}` : part
        step.style = styleAfter(step.style, part)
      }
    }
  }

  const drawError = (chunk: LogChunk): string => {
    if (open !== null) endLine()
    const text = tameOutput(chunk.text, '').text.trim()
    out += writeMark('error-begins')
    for (const line of (/^error\b/i.test(text) ? text : `ERROR: ${text}`).split(/\r?\n/)) {
      out += `${RED}${sign(chunk.number)}${PLAIN} ${STRONG}${line}`
      endLine()
    }
    out += writeMark('error-ends')
    return take()
  }

  const add = (chunk: LogChunk): string => {
    const step = steps.get(chunk.step) ?? begin(chunk.step, chunk.number)
    afterQuiet = false
    if (chunk.mark === 'error') return drawError(chunk)
    const tamed = tameOutput(chunk.text, step.rest)
    step.rest = tamed.rest
    const text = step.pending + tamed.text
    step.pending = ''
    if (open !== null && open !== chunk.step) {
      if (!text.includes('\n') && text.length < MOST_PENDING) {
        step.pending = lastRedraw(text)
        return take()
      }
      endLine()
    }
    draw(step, chunk, text)
    return take()
  }

  const quiet = (step: BuildStep): string => {
    if (open !== null) endLine()
    if (steps.size > 0 && !afterQuiet) endLine()
    afterQuiet = true
    steps.set(step.id, { rest: '', pending: '', style: '' })
    const took = step.state === 'reused' ? 'reused' : clock(((step.endedAt ?? 0) - (step.startedAt ?? 0)) / 1000)
    out += `${DIM}#${PLAIN} ${STRONG}${oneLine(step.raw)}${PLAIN} ${DIM}${took}`
    endLine()
    return take()
  }

  const end = (): string => {
    if (open !== null) endLine()
    return take()
  }

  return { add, quiet, end }
}

/** The mark that a private sequence carried, or null for one that is not ours. */
export function readMark(payload: string): LogMark | null {
  return payload === 'error-begins' || payload === 'error-ends' ? payload : null
}

function writeMark(mark: LogMark): string {
  return `\x1b]${MARK};${mark}\x07`
}

function writePrefix(chunk: LogChunk, step: LogStep | undefined): string {
  if (step?.startedAt == null) return `${sign(chunk.number)}      `
  const seconds = Math.max(0, (chunk.at - step.startedAt) / 1000)
  return `${sign(chunk.number)} ${seconds.toFixed(1).padStart(5)}`
}

// 0 is the number of a step that is not known yet.
function sign(number: number): string {
  return number === 0 ? '#' : `#${number}`
}

function oneLine(name: string): string {
  const flat = name.replace(/\s+/g, ' ').trim()
  return flat.length > LONGEST_NAME ? `${flat.slice(0, LONGEST_NAME)}…` : flat
}

/** Only the last state of a bar that redraws itself is worth keeping. */
function lastRedraw(text: string): string {
  const from = text.lastIndexOf('\r')
  return from > 0 && from < text.length - 1 ? text.slice(from) : text
}

/** The colours that the next line of this step starts with. */
function styleAfter(before: string, text: string): string {
  let style = before
  for (const [sequence, parameters] of text.matchAll(/\x1b\[([\d;:]*)m/g)) {
    style = /^0?(;|$)/.test(parameters ?? '') ? (parameters === '' || parameters === '0' ? '' : sequence) : style + sequence
  }
  return style.length > LONGEST_STYLE ? style.slice(style.indexOf('\x1b', style.length - LONGEST_STYLE)) : style
}
