import { TIME_LENGTH, timeOf, type Entry, type Stream } from './entry'
import { readKept, writeEntry, writeMark, type KeptLine } from './kept-line'
import { levelOf, type MessageLevel } from './message-level'

/**
 * What is kept of the logs of one version's containers, one after the other: which container is being read, where to go on
 * after any break, and what has been seen already. Everything is in the file; what the functions give is to be added to it.
 */
export interface MessageLog {
  /** The container that was read last, or null. */
  container(): string | null
  /** Whether that container was read to the end of its log. */
  isWhole(): boolean
  /** From when to ask the engine for the log, as it wants it; null asks for all there is. */
  since(now: number): string | null
  /** Another container is read from here on. */
  begin(container: string, now: number): string
  /** The log is asked for anew, from `since`: what was seen may come again. Its last start is in milliseconds since 1970. */
  attach(startedAt: number | null): void
  /** Takes entries in the order in which the engine gives them, without those that were seen. */
  take(entries: readonly Entry[]): string
  /** Everything of the container was read. */
  end(now: number): string
  /** Says which container it is, for whoever reads from here on only. */
  same(now: number): string
}

/** Why something may be missing. */
export type GapReason = 'removed' | 'rotated'

/** So many entries are compared after a break. */
const RECENT = 4096
const TRIMMED_AT_ONCE = 512
const COMPARED = 256
/** The two outputs are written down a little out of order: what comes next may have an earlier time than what was seen. */
const SLACK_SECONDS = 1

/** Goes on with a log whose file ends with this text. */
export function openMessageLog(fileEnd: string): MessageLog {
  let container: string | null = null
  let whole = true
  let recent: string[] = []
  let waiting: readonly string[] = []
  let at = 0
  let [earliest, latest] = ['', '']
  let started = ''
  let open: Record<Stream, MessageLevel | null> = { out: null, err: null }
  let levels: Record<Stream, MessageLevel | null> = { out: null, err: null }

  const see = (entry: Entry, level: MessageLevel): void => {
    recent.push(keyOf(entry))
    if (recent.length > RECENT + TRIMMED_AT_ONCE) recent = recent.slice(-RECENT)
    open[entry.from] = entry.ends === 'piece' ? level : null
    levels[entry.from] = level
    whole = false
  }
  const enter = (id: string): void => {
    container = id
    whole = false
    recent = []
    open = { out: null, err: null }
    levels = { out: null, err: null }
  }
  const remember = (line: KeptLine): void => {
    if (line.kind === 'entry') return see(entryOf(line), line.level)
    if (line.mark === 'new') return enter(line.text)
    if (line.mark === 'same') container = line.text
    if (line.mark === 'end') whole = true
  }
  const accept = (entry: Entry): string => {
    const opened = open[entry.from]
    const level = opened ?? levelOf(entry.text, entry.from, levels[entry.from])
    const piece = entry.ends === 'piece' ? (opened ? 'middle' : 'first') : opened ? 'last' : 'whole'
    const again = started !== '' && entry.time >= started ? writeMark('run', started, '') : ''
    if (again !== '') started = ''
    see(entry, level)
    return again + writeEntry(entry, level, piece)
  }
  // The engine gives again what is not earlier than what was asked for, in the same order: first come entries that were seen.
  const takeOne = (untimed: Entry): string => {
    const entry = untimed.time === '' ? { ...untimed, time: timeIn(recent.at(-1) ?? timeOf(0)) } : untimed
    if (at >= waiting.length) return accept(entry)
    if (entry.time < earliest) return ''
    const key = keyOf(entry)
    const found = waiting.indexOf(key, at)
    if (found !== -1) {
      at = found + 1
      return ''
    }
    if (entry.time <= latest) return ''
    // What was seen last is not there any more.
    at = waiting.length
    return writeMark('gap', entry.time, 'rotated' satisfies GapReason) + accept(entry)
  }

  for (const line of fileEnd.split('\n')) {
    const kept = readKept(line)
    if (kept) remember(kept)
  }
  return {
    container: () => container,
    isWhole: () => whole,
    since(now) {
      const from = recent.map(timeIn).reduce((a, b) => (a < b ? a : b), '9')
      // A clock that was set back has entries before the last one: all are asked for.
      if (recent.length === 0 || Date.parse(from) > now) return null
      return `${Math.floor(Date.parse(from) / 1000) - SLACK_SECONDS}.${from.slice(20, TIME_LENGTH - 1)}`
    },
    begin(id, now) {
      const gap = container !== null && !whole ? writeMark('gap', timeOf(now), 'removed' satisfies GapReason) : ''
      enter(id)
      return gap + writeMark('new', timeOf(now), id)
    },
    attach(startedAt) {
      waiting = [...recent]
      at = 0
      whole = false
      const times = waiting.map(timeIn).toSorted()
      ;[earliest, latest] = [times[0] ?? '', times.at(-1) ?? '']
      const run = startedAt === null ? '' : timeOf(startedAt)
      started = latest !== '' && latest < run ? run : ''
    },
    take: (entries) => entries.map(takeOne).join(''),
    end(now) {
      whole = true
      return writeMark('end', timeOf(now), '')
    },
    same: (now) => (container === null ? '' : writeMark('same', timeOf(now), container)),
  }
}

function entryOf(line: Extract<KeptLine, { kind: 'entry' }>): Entry {
  return { time: line.time, from: line.from, text: line.text, ends: line.piece === 'first' || line.piece === 'middle' ? 'piece' : 'line' }
}

// By this an entry is known again; it begins with its time.
function keyOf({ time, from, text, ends }: Entry): string {
  const key = `${time} ${from} ${ends} ${text.length} ${text.slice(0, COMPARED)}`
  // V8 would keep all that came with the entry for this part of it: cut from a longer one it is a text of its own.
  return ` ${key}`.slice(1)
}

function timeIn(key: string): string {
  return key.slice(0, TIME_LENGTH)
}
