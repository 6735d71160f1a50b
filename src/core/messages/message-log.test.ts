import { describe, expect, it } from 'vitest'
import type { Entry, Stream } from './entry'
import { readKept } from './kept-line'
import { openMessageLog } from './message-log'
import { unframer, type LogForm } from './unframe'

/** A number from 0 up to a limit, the same in each run. */
function dice(seed: number): (limit: number) => number {
  let state = seed * 2654435761 + 1
  return (limit) => {
    state = Math.imul(state ^ (state >>> 15), 2246822519) + 0x9e3779b9
    return ((state ^ (state >>> 13)) >>> 0) % limit
  }
}

const second = 1_764_000_000
const time = (ticks: number): string =>
  `${new Date((second + Math.floor(ticks / 1e9)) * 1000).toISOString().slice(0, 19)}.${String(ticks % 1e9).padStart(9, '0')}Z`

const framed = ({ from, time: at, text, ends }: Entry): string => {
  const payload = `${at} ${text}${ends === 'line' ? '\n' : ''}`
  const length = [24, 16, 8, 0].map((shift) => String.fromCharCode((payload.length >>> shift) & 0xff)).join('')
  return `${from === 'err' ? '\x02' : '\x01'}\0\0\0${length}${payload}`
}
const bare = ({ time: at, text, ends }: Entry): string => `${at} ${text}${ends === 'line' ? '\r\n' : ''}`

/** A container's log: several lines at one moment, the same text twice, pieces of long lines, and the two outputs a little out of order. */
function makeLog(roll: (limit: number) => number, form: LogForm): Entry[] {
  const entries: Entry[] = []
  let ticks = roll(1e9)
  for (let n = roll(60) + 20; n > 0; n--) {
    ticks += roll(3) === 0 ? 0 : roll(4e8)
    const from: Stream = form === 'frames' && roll(3) === 0 ? 'err' : 'out'
    const text = roll(4) === 0 ? 'the same' : `line \xc3\xa9 ${n}${'x'.repeat(roll(30))}`
    if (roll(6) === 0) entries.push({ time: time(ticks), from, text: `${text} to be`, ends: 'piece' })
    entries.push({ time: time(form === 'frames' && roll(5) === 0 ? Math.max(0, ticks - roll(40)) : ticks), from, text, ends: 'line' })
  }
  // A terminal's pieces share the time of their line, as the engine writes them.
  return form === 'frames' ? entries : entries.map((entry, n) => (entries[n - 1]?.ends === 'piece' ? { ...entry, time: entries[n - 1]?.time ?? '' } : entry))
}

/** What the engine answers: from a moment on, in the order of the log. */
function answer(log: readonly Entry[], since: string | null, form: LogForm): string {
  const asked = log.filter((entry) => since === null || `${Math.floor(Date.parse(entry.time) / 1000)}.${entry.time.slice(20, 29)}` >= since)
  return asked.map(form === 'frames' ? framed : bare).join('')
}

const told = (file: string) =>
  file.split('\n').flatMap((line) => {
    const kept = readKept(line)
    return kept === null || (kept.kind === 'mark' && kept.mark !== 'gap') ? [] : [kept.kind === 'mark' ? `gap ${kept.text}` : `${kept.time} ${kept.text}`]
  })
const lines = (log: readonly Entry[]): readonly string[] => log.map((entry) => `${entry.time} ${entry.text}`)
const now = (second + 1e6) * 1000

describe('the messages of a container', () => {
  it.each(['frames', 'terminal'] as const)('are kept without a doubled or missing line, wherever the connection or the panel breaks (%s)', (form) => {
    for (let seed = 1; seed <= 60; seed++) {
      const roll = dice(seed)
      const whole = makeLog(roll, form)
      let file = openMessageLog('').begin('a', now)
      let log = openMessageLog(file)
      for (let written = 0; written < whole.length;) {
        written = Math.min(whole.length, written + roll(12))
        const bytes = answer(whole.slice(0, written), log.since(now), form)
        const isLast = written === whole.length
        const cut = isLast ? bytes.length : roll(bytes.length + 1)
        log.attach(null)
        const frames = unframer(form)
        for (let at = 0; at < cut;) {
          const next = Math.min(cut, at + 1 + roll(200))
          file += log.take(frames.add(bytes.slice(at, next)))
          at = next
        }
        if (isLast) file += log.take(frames.end())
        const reopened = roll(3)
        if (reopened === 1) log = openMessageLog(file)
        // A long file is not read as a whole.
        if (reopened === 2)
          log = openMessageLog(
            log.same(now) +
              file
                .split('\n')
                .slice(-14 - roll(9))
                .join('\n'),
          )
      }
      expect(told(file), `seed ${seed}`).toEqual(lines(whole))
    }
  })

  const entry = (ticks: number, text: string): Entry => ({ time: time(ticks), from: 'out', text, ends: 'line' })
  const opened = (entries: readonly Entry[]) => {
    const log = openMessageLog('')
    const file = log.begin('a', now) + log.take(entries)
    return { file, log: openMessageLog(file) }
  }

  it('go on where they were when the first ones were rotated away', () => {
    const before = [1, 2, 3, 4].map((n) => entry(n * 1e9, `${n}`))
    const { file, log } = opened(before)
    log.attach(null)
    expect(told(file + log.take([...before.slice(2), entry(5e9, '5')]))).toEqual(lines([...before, entry(5e9, '5')]))
  })

  it('have a gap where all that was seen was rotated away', () => {
    const { log } = opened([entry(1e9, '1')])
    log.attach(null)
    expect(told(log.take([entry(7e9, '7'), entry(8e9, '8')]))).toEqual(['gap rotated', ...lines([entry(7e9, '7'), entry(8e9, '8')])])
  })

  it('have a gap where a container went before its log was read to the end, and none where it was', () => {
    const { log } = opened([entry(1e9, '1')])
    expect(log.isWhole()).toBe(false)
    expect(told(log.begin('b', now))).toEqual(['gap removed'])
    const done = opened([entry(1e9, '1')])
    const reopened = openMessageLog(done.file + done.log.end(now))
    expect(reopened.isWhole()).toBe(true)
    expect(told(reopened.begin('b', now))).toEqual([])
  })

  it('are all asked for, and told once, when the clock was set back', () => {
    const before = [entry(3600e9, 'noon'), entry(3601e9, 'after noon')]
    const { log } = opened(before)
    expect(log.since((second + 60) * 1000)).toBe(null)
    log.attach(null)
    expect(told(log.take([entry(1e9, 'long ago'), ...before, entry(60e9, 'eleven')]))).toEqual(lines([entry(60e9, 'eleven')]))
  })

  it('say once where their container was started again, after the last line before', () => {
    const before = [entry(1e9, '1'), entry(2e9, '2')]
    const after = [entry(6e9, '3'), entry(7e9, '4')]
    const startedAt = (second + 5) * 1000
    const { file, log } = opened(before.slice(0, 1))
    log.attach(startedAt)
    const read = file + log.take([...before, ...after])
    const shown = (text: string) =>
      text
        .split('\n')
        .flatMap((line) => readKept(line) ?? [])
        .map((kept) => (kept.kind === 'mark' ? kept.mark : kept.text))
    expect(shown(read)).toEqual(['new', '1', '2', 'run', '3', '4'])
    const again = openMessageLog(read)
    again.attach(startedAt)
    expect(shown(again.take([...after, entry(8e9, '5')]))).toEqual(['5'])
  })

  it('know their container when only the end of the file is read', () => {
    const { log } = opened([])
    expect(openMessageLog(log.same(now)).container()).toBe('a')
  })
})
