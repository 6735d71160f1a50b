import { useState, type KeyboardEvent, type PointerEvent } from 'react'
import type { Meter, MeterMinute } from '../../../core/health/health-view-meters'
import { nextPart } from './next-part'
import classes from './Meters.module.css'

const WIDTH = 100
const HEIGHT = 44
const EDGE = 2

/** The last hour of a meter as a line with a hole where nobody measured; arrow keys and the pointer name a minute. */
export function MeterChart({ meter }: { readonly meter: Meter }) {
  const { minutes } = meter
  const [at, setAt] = useState<number | null>(null)
  const shown = at ?? minutes.length - 1
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextPart(event.key, at ?? minutes.length, minutes.length)
    if (next === null) return
    event.preventDefault()
    setAt(next)
  }
  const onPointerMove = ({ clientX, currentTarget }: PointerEvent) => {
    const { left, width } = currentTarget.getBoundingClientRect()
    setAt(Math.min(minutes.length - 1, Math.max(0, Math.round(((clientX - left) / width) * (minutes.length - 1)))))
  }
  return (
    <>
      <div
        className={classes.chart}
        role="slider"
        tabIndex={0}
        aria-label={`${meter.title}, last hour. ${meter.conclusion}`}
        aria-valuemin={1}
        aria-valuemax={minutes.length}
        aria-valuenow={shown + 1}
        aria-valuetext={minutes[shown]?.words ?? ''}
        onKeyDown={onKeyDown}
        onPointerMove={onPointerMove}
        onPointerLeave={() => setAt(null)}
        onBlur={() => setAt(null)}
      >
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden>
          {pieces(minutes).map((piece) => (
            <g key={piece[0]?.x ?? 0}>
              <polygon className={classes.area} points={`${edge(piece[0])} ${pointsOf(piece)} ${edge(piece.at(-1))}`} />
              <polyline className={classes.line} points={pointsOf(piece)} />
            </g>
          ))}
          {meter.limited ? <line className={classes.limit} x1="0" x2={WIDTH} y1={EDGE} y2={EDGE} /> : null}
          {at === null ? null : <line className={classes.pointed} x1={xOf(at, minutes.length)} x2={xOf(at, minutes.length)} y1="0" y2={HEIGHT} />}
        </svg>
      </div>
      <div className={classes.words}>{at === null ? meter.conclusion : minutes[at]?.words}</div>
    </>
  )
}

interface Point {
  readonly x: number
  readonly y: number
}

/** The unbroken parts of the line; a lone minute is as wide as a minute. */
function pieces(minutes: readonly MeterMinute[]): readonly (readonly Point[])[] {
  const all: Point[][] = []
  let open: Point[] | null = null
  for (const [at, { y }] of minutes.entries()) {
    if (y === null) {
      open = null
      continue
    }
    const point = { x: xOf(at, minutes.length), y: HEIGHT - EDGE - y * (HEIGHT - 2 * EDGE) }
    if (open) open.push(point)
    else all.push((open = [point]))
  }
  return all.map((piece) =>
    piece.length === 1
      ? piece.flatMap(({ x, y }) => [
          { x: x - 0.5, y },
          { x: x + 0.5, y },
        ])
      : piece,
  )
}

function xOf(at: number, count: number): number {
  return (at / (count - 1)) * WIDTH
}

function pointsOf(piece: readonly Point[]): string {
  return piece.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')
}

function edge(point: Point | undefined): string {
  return `${(point?.x ?? 0).toFixed(1)},${HEIGHT}`
}
