import type { TrayShape } from '../../core/panel/tray-view'

type Point = readonly [number, number]
type Far = (point: Point) => number

const LINE = 1.7

/** Draws a sign of the tray as pixels (blue, green, red, alpha), `size` wide and high, in one grey from 0 to 255. */
export function trayBitmap(shape: TrayShape, size: number, grey: number): Uint8Array {
  const pixels = new Uint8Array(size * size * 4)
  const scale = 16 / size
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const far = SHAPES[shape]([(x + 0.5) * scale, (y + 0.5) * scale])
      // One pixel of transition, so that edges are smooth.
      const cover = Math.min(1, Math.max(0, 0.5 + (LINE / 2 - far) / scale))
      const alpha = Math.round(cover * 255)
      // The colour is multiplied by alpha, as bitmaps of the system want it.
      const value = Math.round((grey * alpha) / 255)
      pixels.set([value, value, value, alpha], (y * size + x) * 4)
    }
  }
  return pixels
}

// How far a point is from the line of each sign, on a field of 16 by 16.
const SHAPES: Readonly<Record<TrayShape, Far>> = {
  tick: alongLines([
    [3, 8.6],
    [6.6, 12.2],
    [13, 4.6],
  ]),
  ring: (point) => (isGap(point) ? 9 : Math.abs(Math.hypot(point[0] - 8, point[1] - 8) - 5.4)),
  triangle: (point) =>
    Math.min(
      alongLines([
        [8, 2.6],
        [14.2, 13.2],
        [1.8, 13.2],
        [8, 2.6],
      ])(point),
      alongLines([
        [8, 6.6],
        [8, 9.4],
      ])(point),
      Math.hypot(point[0] - 8, point[1] - 11.3),
    ),
  hollow: (point) => Math.abs(Math.hypot(point[0] - 8, point[1] - 8) - 4.4),
}

// A ring that works is open at its upper right.
function isGap([x, y]: Point): boolean {
  return x > 8 && y < 8
}

function alongLines(points: readonly Point[]): Far {
  return (point) => Math.min(...points.slice(1).map((end, at) => toLine(point, points[at] ?? end, end)))
}

function toLine([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay]
  const along = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)))
  return Math.hypot(x - ax - along * dx, y - ay - along * dy)
}
