import { expect, test } from 'vitest'
import { layOut, shrink } from './contact-sheet.mjs'
import { readPng, writePng } from './png.mjs'
import { tellStages } from './stages.mjs'

const image = (width, height, value) => ({ width, height, pixels: Buffer.alloc(width * height * 3, value) })

test('a picture is read as it was written', () => {
  const pixels = Buffer.from(Array.from({ length: 5 * 4 * 3 }, (_, at) => (at * 37) % 256))
  expect(readPng(writePng({ width: 5, height: 4, pixels }))).toEqual({ width: 5, height: 4, pixels })
})

test('a picture is shrunk by averaging', () => {
  const half = { width: 2, height: 2, pixels: Buffer.from([0, 0, 0, 100, 100, 100, 100, 100, 100, 200, 200, 200]) }
  expect(shrink(half, 1)).toEqual({ width: 1, height: 1, pixels: Buffer.from([100, 100, 100]) })
})

test('four pictures lie in two rows of three columns, none cut off', () => {
  const sheet = layOut([1, 2, 3, 4].map((value) => image(10, 8, value)))
  expect([sheet.width, sheet.height]).toEqual([3 * 22 + 12, 2 * 20 + 12])
  for (const value of [1, 2, 3, 4]) expect(sheet.pixels.filter((byte) => byte === value)).toHaveLength(10 * 8 * 3)
})

test('each stage leaves a numbered picture, the failed one too', async () => {
  const taken = []
  const stage = tellStages({ screenshot: async ({ path }) => taken.push(path) }, '/demo')
  await stage('Opens the window', async () => {})
  await expect(stage('Fails', async () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(taken).toEqual(['/demo/01-opens-the-window.png', '/demo/02-fails.png'])
})
