import { TIME, TIME_LENGTH, type Entry, type Stream } from './entry'

/** Takes a log apart that comes in pieces cut anywhere; gives whole entries only. */
export interface Unframer {
  /** One char a byte. */
  add(bytes: string): readonly Entry[]
  /** The log has ended properly: what is left is whole. */
  end(): readonly Entry[]
}

/** How the engine sends a log: in frames that name the stream, or bare where the container has a terminal. */
export type LogForm = 'frames' | 'terminal'

/** An unframer for a log with timestamps. */
export function unframer(form: LogForm): Unframer {
  return form === 'frames' ? fromFrames() : fromTerminal()
}

const HEADER = 8
const STDERR = 2

function fromFrames(): Unframer {
  let rest = ''
  return {
    add(bytes) {
      const all = rest + bytes
      const entries: Entry[] = []
      let at = 0
      while (at + HEADER <= all.length) {
        const end = at + HEADER + lengthAt(all, at + 4)
        if (end > all.length) break
        const stream = all.charCodeAt(at)
        // Other streams hold no output of the app.
        if (stream <= STDERR) entries.push(entryOf(all.slice(at + HEADER, end), stream === STDERR ? 'err' : 'out'))
        at = end
      }
      rest = all.slice(at)
      return entries
    },
    end: () => [],
  }
}

function lengthAt(bytes: string, at: number): number {
  return ((bytes.charCodeAt(at) << 24) | (bytes.charCodeAt(at + 1) << 16) | (bytes.charCodeAt(at + 2) << 8) | bytes.charCodeAt(at + 3)) >>> 0
}

const NEXT = new RegExp(`${TIME.source} `, 'g')

function fromTerminal(): Unframer {
  let rest = ''
  return {
    add(bytes) {
      const lines = (rest + bytes).split('\n')
      const open = piecesIn(lines.pop() ?? '')
      rest = open.pop() ?? ''
      return [...lines.flatMap((line) => piecesIn(`${line}\n`)), ...open].map((piece) => entryOf(piece, 'out'))
    },
    end: () => (rest === '' ? [] : [entryOf(rest, 'out')]),
  }
}

// Nothing tells where an entry without an end of line ends but the time of the next one, which is never earlier. A time that the
// app writes itself always is.
function piecesIn(line: string): string[] {
  const time = line.slice(0, TIME_LENGTH)
  const starts = [...line.matchAll(NEXT)].filter((next) => next.index > 0 && next[0].slice(0, -1) >= time).map((next) => next.index)
  return [0, ...starts].map((start, n) => line.slice(start, starts[n]))
}

const BEGINS = new RegExp(`^${TIME.source} `)

function entryOf(bytes: string, from: Stream): Entry {
  const timed = BEGINS.test(bytes)
  const text = timed ? bytes.slice(TIME_LENGTH + 1) : bytes
  const ends = text.endsWith('\n') ? 'line' : 'piece'
  return { time: timed ? bytes.slice(0, TIME_LENGTH) : '', from, text: text.replace(/\r*\n$/, '').replaceAll('\n', '\r'), ends }
}
