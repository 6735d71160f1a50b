import { expect, test } from 'vitest'
import { windowPlace } from './window-place'

test('the window comes back where it was, maximized or not', () => {
  expect(windowPlace({ x: 5, y: 6, width: 900, height: 700, maximized: true })).toEqual({ x: 5, y: 6, width: 900, height: 700, maximized: true })
})

test.each([null, 7, [], { width: '900', height: 700 }, { width: 900 }, { width: Number.NaN, height: 700 }])(
  'a broken file gives the first place: %j',
  (kept) => {
    expect(windowPlace(kept)).toEqual({ width: 1100, height: 720, maximized: false })
  },
)

test('half a position is no position', () => {
  expect(windowPlace({ x: 5, width: 900, height: 700 })).toEqual({ width: 900, height: 700, maximized: false })
})
