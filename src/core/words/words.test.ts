import { describe, expect, test } from 'vitest'
import { count } from './count'
import { about, clock, duration } from './duration'
import { size } from './size'
import { day, when } from './when'

describe('lengths of time', () => {
  test.each([
    [0.42, '0.4 s'],
    [9, '9 s'],
    [9.2, '9.2 s'],
    [52, '52 s'],
    [59.7, '1 min'],
    [151, '2 min 31 s'],
    [180, '3 min'],
    [2520, '42 min'],
    [3599, '1 h'],
    [8040, '2 h 14 min'],
    [100_000, '27 h 47 min'],
    [260_000, '3 days'],
  ])('%s seconds are measured as "%s"', (seconds, words) => {
    expect(duration(seconds)).toBe(words)
  })

  test.each([
    [0.3, 'about 1 s'],
    [42, 'about 40 s'],
    [58, 'about 1 min'],
    [540, 'about 9 min'],
    [3590, 'about 1 h'],
    [5400, 'about 1½ h'],
  ])('a guess of %s seconds claims no more than "%s"', (seconds, words) => {
    expect(about(seconds)).toBe(words)
  })

  test.each([
    [-1, '0:00'],
    [4, '0:04'],
    [727, '12:07'],
    [3729, '1:02:09'],
  ])('a clock shows %s seconds as "%s"', (seconds, words) => {
    expect(clock(seconds)).toBe(words)
  })
})

describe('sizes', () => {
  test.each([
    [0, '0 KB'],
    [400, '1 KB'],
    [350_000_000, '350 MB'],
    [999_900_000, '1 GB'],
    [1_149_000_000, '1.1 GB'],
    [13_800_000_000, '13.8 GB'],
    [41_200_000_000, '41 GB'],
  ])('%s bytes are "%s"', (bytes, words) => {
    expect(size(bytes)).toBe(words)
  })
})

describe('moments', () => {
  const now = new Date(2026, 2, 12, 14, 40).getTime()
  test.each([
    [new Date(2026, 2, 12, 14, 39, 50), 'just now'],
    [new Date(2026, 2, 12, 14, 36), '4 min ago'],
    [new Date(2026, 2, 12, 9, 5), 'at 09:05'],
    [new Date(2026, 2, 11, 18, 40), 'yesterday at 18:40'],
    [new Date(2026, 2, 3, 9, 5), 'on 3 March at 09:05'],
  ])('%s is told beside today as "%s"', (at, words) => {
    expect(when(at.getTime(), now)).toBe(words)
  })

  test('a day is told by its name while it is near', () => {
    expect(day(now - 60_000, now)).toBe('today')
    expect(day(new Date(2026, 2, 11, 23, 59).getTime(), now)).toBe('yesterday')
    expect(day(new Date(2026, 1, 28).getTime(), now)).toBe('on 28 February')
  })
})

test('things are counted in words a person would use', () => {
  expect([0, 1, 61].map((n) => count(n, 'photo'))).toEqual(['no photos', '1 photo', '61 photos'])
})
