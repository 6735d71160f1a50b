/** Lines of one step that stand together in the text of a log: where they begin there, and in the records. */
export interface Run {
  readonly text: number
  readonly from: number
  readonly number: number
}

/** A line that was found. */
export interface Hit {
  /** Byte position of a record close before the line. */
  readonly from: number
  /** How many lines of the same text stand between that position and the line. */
  readonly nth: number
  /** The line, or its first 200 characters. */
  readonly text: string
  /** The number of its step. */
  readonly step: number
}

/** What was found: the count of all lines, and some of them from a place in the count on. */
export type Found =
  | { readonly kind: 'found'; readonly total: number; readonly skip: number; readonly hits: readonly Hit[] }
  | { readonly kind: 'bad'; readonly why: string }

/** One stretch of whole lines of the text, with the byte position of its beginning. */
export interface Stretch {
  readonly text: string
  readonly at: number
  /** Bytes of a piece of the text; its length where each char is a byte. */
  readonly bytesOf: (text: string) => number
}

/** Which lines to tell: those of one step or of all, after so many, at most so many; the rest is counted, or not even looked for. */
export interface LinesAsked {
  readonly number: number | null
  readonly rest: 'count' | 'leave'
  readonly skip: number
  readonly most: number
}

/** Collects the lines that match, stretch after stretch. */
export interface LineFinder {
  /** False once all that was asked for is found. */
  add(stretch: Stretch): boolean
  found(): Extract<Found, { kind: 'found' }>
}

const LONGEST = 200
/** Of the stretch before, for lines whose run began there. */
const KEPT = 16 * 1024

/** A finder over a text whose runs are known; `runs` gives the last one that begins at or before a byte position. */
export function createLineFinder(pattern: RegExp, runs: (at: number) => Run | null, { number, rest, skip, most }: LinesAsked): LineFinder {
  const hits: Hit[] = []
  let total = 0
  let before = ''
  return {
    add({ text, at, bytesOf }) {
      const kept = before
      before = text.length < KEPT ? (kept + text).slice(-KEPT) : text.slice(-KEPT)
      pattern.lastIndex = 0
      let [counted, countedBytes] = [0, 0]
      for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
        const start = text.lastIndexOf('\n', match.index - 1) + 1
        const newline = text.indexOf('\n', match.index)
        const end = newline === -1 ? text.length : newline
        // The empty place behind the last line is no line.
        if (start >= text.length) break
        pattern.lastIndex = end + 1
        if (rest === 'leave' && hits.length === most) return false
        const wanted = total >= skip && hits.length < most
        if (number === null && !wanted) {
          total += 1
          continue
        }
        countedBytes += bytesOf(text.slice(counted, start))
        counted = start
        const run = runs(at + countedBytes)
        if (!run || (number !== null && run.number !== number)) continue
        if (wanted) hits.push(hitOf({ text, before: kept, at, start, end }, run))
        total += 1
      }
      return rest === 'count' || hits.length < most
    },
    found: () => ({ kind: 'found', total, skip, hits }),
  }
}

interface Line {
  readonly text: string
  /** What comes before the text. */
  readonly before: string
  readonly at: number
  readonly start: number
  readonly end: number
}

function hitOf({ text, before, at, start, end }: Line, run: Run): Hit {
  const line = text.slice(start, end)
  let nth = 0
  // Where chars are not bytes this begins a little early or late: lines of the same text are then told apart less well.
  const begins = Math.min(start, run.text - at)
  const earlier = (begins < 0 ? before.slice(begins) : '') + text.slice(Math.max(0, begins), start)
  for (let same = earlier.indexOf(`${line}\n`); same !== -1; same = earlier.indexOf(`${line}\n`, same + 1)) nth += 1
  return { from: run.from, nth, text: line.slice(0, LONGEST), step: run.number }
}
