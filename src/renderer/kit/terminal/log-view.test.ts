import { describe, expect, it } from 'vitest'
import type { LogPart } from '../../../core/build/build'
import { openLogView, type LogScreen, type LogSource } from './log-view'

const MEGABYTE = 1 << 20

/** A log of a length that can grow, in parts of 100,000 bytes, and a screen that writes down what happens. */
function setup(length: number) {
  const story: string[] = []
  const leaving = new AbortController()
  const log = { length, ended: true, following: true, fails: 0, first: 0 }
  const source: LogSource = {
    read: (from, to = Infinity) => {
      if (log.fails-- > 0) return Promise.reject(new Error('line broke'))
      const next = Math.min(from + 100_000, log.length, to)
      story.push(`read ${from}-${next}`)
      const part: LogPart = { from, next, chunks: [], complete: log.ended && next === log.length }
      return Promise.resolve(part)
    },
    back: (lines, before = log.length) => Promise.resolve(Math.max(log.first, before - lines * 100)),
    length: () => log.length,
    grown: (from) => (story.push(`wait ${from}`), new Promise((resolve) => setTimeout(resolve, 1))),
    again: async () => void story.push('again'),
    count: async (from) => ({ lines: 0, next: from, complete: true }),
    pause: async () => undefined,
    rest: async () => void story.push('rest'),
  }
  const screen: LogScreen = {
    begin: (from) => {
      story.push(`begin ${from}`)
      return { draw: async () => undefined, end: async () => void story.push('end') }
    },
    place: async (show) => async () => story.push(`look ${show}`),
    painted: async () => undefined,
    following: () => log.following,
    room: async () => undefined,
    top: () => 250_000,
  }
  return { story, log, leaving, source, open: () => openLogView(source, screen, leaving.signal) }
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 20))

describe('the window on a log', () => {
  it('opens at the end, however long the log is', async () => {
    const { story, open } = setup(1000 * MEGABYTE)
    open()
    await settled()
    expect(story).toEqual([`begin ${1000 * MEGABYTE - 50_000}`, `read ${1000 * MEGABYTE - 50_000}-${1000 * MEGABYTE}`, 'end'])
  })

  it('asks again for a part that could not be read', async () => {
    const { story, log, open } = setup(1000)
    log.fails = 1
    open()
    await settled()
    expect(story).toEqual(['begin 0', 'again', 'read 0-1000', 'end'])
  })

  it('goes to the end when it is far behind and somebody follows', async () => {
    const { story, log, open } = setup(1000)
    log.ended = false
    open()
    await settled()
    log.length = 5 * MEGABYTE
    log.ended = true
    await settled()
    expect(story).toContain(`begin ${5 * MEGABYTE - 50_000}`)
    expect(story.at(-1)).toBe('end')
  })

  it('rests once the end is drawn, and draws nothing between it and the end that is there afterwards', async () => {
    const { story, log, open, source } = setup(1000)
    log.ended = false
    source.rest = async () => {
      log.length += 5 * MEGABYTE
      log.ended = true
    }
    open()
    await settled()
    expect(story).toEqual([
      'begin 0',
      'read 0-1000',
      `begin ${5 * MEGABYTE + 1000 - 50_000}`,
      `read ${5 * MEGABYTE + 1000 - 50_000}-${5 * MEGABYTE + 1000}`,
      'end',
    ])
  })

  it('leaves the view alone when nobody follows', async () => {
    const { story, log, open } = setup(1000)
    log.ended = false
    open()
    await settled()
    log.following = false
    log.length = 2 * MEGABYTE
    log.ended = true
    await settled()
    expect(story.filter((line) => line.startsWith('begin'))).toEqual(['begin 0'])
  })

  it('shows a place with some lines before it', async () => {
    const { story, open } = setup(1000 * MEGABYTE)
    const view = open()
    view.toPlace(500_000, () => void story.push('there'))
    await settled()
    const own = story.slice(story.indexOf('begin 470000'))
    expect(own.slice(0, 5)).toEqual(['begin 470000', 'read 470000-500000', 'read 500000-565536', 'look amid', 'there'])
  })

  it('reads back what comes before, and keeps the first line in view', async () => {
    const { story, open } = setup(1000 * MEGABYTE)
    const view = open()
    await settled()
    view.earlier()
    await settled()
    const own = story.slice(story.indexOf('begin 0'))
    expect(own.slice(0, 6)).toEqual(['begin 0', 'read 0-100000', 'read 100000-200000', 'read 200000-250000', 'read 250000-315536', 'look at-top'])
  })

  it('draws nothing anew where no line comes before the first in memory', async () => {
    const { story, log, open } = setup(1000 * MEGABYTE)
    log.first = 250_000
    const view = open()
    await settled()
    const before = story.length
    view.earlier()
    await settled()
    expect(story.length).toBe(before)
  })

  it('stops at once when nobody looks any more', async () => {
    const { story, log, leaving, open } = setup(1000)
    log.ended = false
    open()
    await settled()
    leaving.abort()
    await settled()
    const length = story.length
    await settled()
    expect(story.length).toBe(length)
  })
})
