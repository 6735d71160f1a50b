import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readPng, writePng } from './png.mjs'

const COLUMNS = 3
const TILE = 480
const GAP = 12
const PAPER = 0x80

/** Writes contact-sheet.png: all numbered pictures of a folder on one, in order. */
export function writeContactSheet(folder) {
  const names = readdirSync(folder)
    .filter((name) => /^\d+.*\.png$/.test(name))
    .sort()
  if (names.length === 0) return
  const tiles = names.map((name) => shrink(readPng(readFileSync(join(folder, name))), TILE))
  writeFileSync(join(folder, 'contact-sheet.png'), writePng(layOut(tiles)))
}

/** Shrinks an image to a width by averaging the pixels that fall together. */
export function shrink(image, width) {
  const factor = image.width / width
  const height = Math.round(image.height / factor)
  const pixels = Buffer.alloc(width * height * 3)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1)
      pixels.set(
        average(
          image,
          [x, y].map((at) => at * factor),
          factor,
        ),
        (y * width + x) * 3,
      )
  }
  return { width, height, pixels }
}

/** Places tiles of equal width in rows on one sheet. */
export function layOut(tiles) {
  const columns = Math.min(COLUMNS, tiles.length)
  const rowHeight = Math.max(...tiles.map(({ height }) => height)) + GAP
  const width = columns * (tiles[0].width + GAP) + GAP
  const height = Math.ceil(tiles.length / columns) * rowHeight + GAP
  const pixels = Buffer.alloc(width * height * 3, PAPER)
  for (const [index, tile] of tiles.entries()) {
    const left = GAP + (index % columns) * (tile.width + GAP)
    const top = GAP + Math.floor(index / columns) * rowHeight
    for (let y = 0; y < tile.height; y += 1) {
      tile.pixels.copy(pixels, ((top + y) * width + left) * 3, y * tile.width * 3, (y + 1) * tile.width * 3)
    }
  }
  return { width, height, pixels }
}

function average({ width, height, pixels }, [left, top], size) {
  const sum = [0, 0, 0]
  let count = 0
  for (let y = Math.floor(top); y < Math.min(height, Math.max(top + size, Math.floor(top) + 1)); y += 1) {
    for (let x = Math.floor(left); x < Math.min(width, Math.max(left + size, Math.floor(left) + 1)); x += 1) {
      const at = (y * width + x) * 3
      for (let channel = 0; channel < 3; channel += 1) sum[channel] += pixels[at + channel]
      count += 1
    }
  }
  return sum.map((value) => Math.round(value / count))
}
