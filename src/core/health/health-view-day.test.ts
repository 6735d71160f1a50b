import { expect, test } from 'vitest'
import type { Minute } from './health'
import { timeline } from './health-view-day'

const NOW = new Date('2026-03-03T12:00:00').getTime()
const MIN = 60_000
const hour: readonly Minute[] = Array.from({ length: 60 }, (_, at) => ({ at: NOW - (60 - at) * MIN, state: at === 50 ? 'not-answering' : 'ready' }))
const day: readonly Minute[] = Array.from({ length: 96 }, (_, at) => ({
  at: NOW - (96 - at) * 15 * MIN,
  state: at < 8 ? 'unknown' : at === 40 ? 'away' : 'ready',
}))
const incidents = [
  { at: NOW - 10 * MIN + 4000, endedAt: NOW - 10 * MIN + 6000, text: 'No answer' },
  { at: NOW - 14 * 60 * MIN, endedAt: NOW - 14 * 60 * MIN + 90_000, text: 'Stopped: somebody else removed it' },
]

test('the hour names each minute with its cause and only the incidents of the hour', () => {
  const { parts, incidents: lines } = timeline({ hour, day, incidents }, 'hour', NOW)
  expect([parts[50]?.words, parts[51]?.words]).toEqual(['11:50, not answering: No answer', '11:51, ready'])
  expect(lines.map((line) => line.words)).toEqual(['11:50 No answer, for 2 s'])
})

test('the day is told in quarters, with what nobody watched, and all incidents', () => {
  const shown = timeline({ hour, day, incidents }, 'day', NOW)
  expect(shown.parts[40]?.words).toBe('22:00 to 22:15, away: Stopped: somebody else removed it')
  expect(shown.conclusion).toBe('Ready throughout 21 h 45 min, away within 15 min, not watched within 2 h')
  expect(shown.axis).toEqual(['12:00', '18:00', '00:00', '06:00', '12:00'])
  expect(shown.incidents.map((line) => line.words)).toEqual(['11:50 No answer, for 2 s', 'Yesterday 22:00 Stopped: somebody else removed it, for 1 min 30 s'])
})

test('an incident that goes on says so', () => {
  expect(timeline({ hour, day, incidents: [{ at: NOW - 5000, endedAt: null, text: 'No answer' }] }, 'hour', NOW).incidents[0]?.words).toBe(
    '11:59 No answer, for 5 s so far',
  )
})
