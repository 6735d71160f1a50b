import { expect, test } from 'vitest'
import { trayBitmap } from './tray-bitmap'

const shapes = ['tick', 'ring', 'triangle', 'hollow'] as const
const drawn = (shape: (typeof shapes)[number]): readonly boolean[] =>
  Array.from(trayBitmap(shape, 16, 0))
    .filter((_, at) => at % 4 === 3)
    .map((alpha) => alpha > 127)

const pairs = shapes.flatMap((one, at) => shapes.slice(at + 1).map((other) => [one, other] as const))

test.each(pairs)('the signs %s and %s differ in at least a tenth of their pixels', (one, other) => {
  const [a, b] = [drawn(one), drawn(other)]
  expect(a.filter((on, at) => on !== b[at]).length).toBeGreaterThan(25)
})

test('a sign leaves its corners free and is drawn in the grey that is asked for', () => {
  const pixels = trayBitmap('hollow', 32, 200)
  expect(pixels[3]).toBe(0)
  expect(Math.max(...pixels.filter((_, at) => at % 4 === 0))).toBe(200)
})
