import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { PretendPage } from './pretend-page'
import { sharedClock } from './shared-clock'

let page: PretendPage

beforeEach(() => {
  page = new PretendPage()
  vi.stubGlobal('document', page)
  vi.useFakeTimers()
})

afterEach(() => vi.useRealTimers())

test('all who follow share one timer, and without any there is none', () => {
  const [one, two] = [vi.fn(), vi.fn()]
  const clock = sharedClock(() => 1000)
  const ends = [clock.follow(one), clock.follow(two)]
  one.mockClear()
  two.mockClear()
  vi.advanceTimersByTime(3000)
  expect([one.mock.calls.length, two.mock.calls.length, vi.getTimerCount()]).toEqual([3, 3, 1])
  for (const end of ends) end()
  expect(vi.getTimerCount()).toBe(0)
})

test('a hidden window is not woken, and is told at once when it is seen again', () => {
  const listener = vi.fn()
  sharedClock(() => 1000).follow(listener)
  listener.mockClear()
  page.become(true)
  vi.advanceTimersByTime(60_000)
  expect([listener.mock.calls.length, vi.getTimerCount()]).toEqual([0, 0])
  page.become(false)
  expect(listener).toHaveBeenCalledOnce()
})

test('a faster pace begins with the restart, not after the slow wait', () => {
  let pace = 5000
  const listener = vi.fn()
  const clock = sharedClock(() => pace)
  clock.follow(listener)
  listener.mockClear()
  pace = 1000
  clock.restart()
  vi.advanceTimersByTime(2000)
  expect(listener).toHaveBeenCalledTimes(2)
})
