import type { Build, BuildStep } from './build'

/** How much a step had written at the end of each part of its time, the parts being equally long; the last is all of it. */
export type OutputCurve = readonly number[]

/** Keeps, while a build runs, how much its steps had written when. */
export interface OutputWatch {
  /** Looks at the build as it is now. */
  readonly look: (build: Build, now: number) => void
  /** The curve of a step that has ended; null where it was short, hardly wrote anything, or was not seen from its beginning. */
  readonly curveOf: (step: BuildStep) => OutputCurve | null
}

interface Point {
  readonly worked: number
  readonly written: number
}

const PARTS = 40
const SHORTEST_MS = 5000
const LEAST_WRITTEN = 2000
// Where a panel took the build up only later, nobody knows when the beginning was written.
const UNSEEN = 0.1
// How far the output of two builds may differ at the same place: dates, speeds, the name of a mirror.
const ALIKE = 0.004

/** A watch that has seen nothing yet. */
export function watchOutput(): OutputWatch {
  const seen = new Map<string, Point[]>()
  return {
    look: (build, now) => {
      for (const step of build.steps) {
        if (step.state !== 'running' || !step.written || step.startedAt === null) continue
        const points = seen.get(step.id) ?? []
        if (points.at(-1)?.written !== step.written) points.push({ worked: now - step.startedAt, written: step.written })
        seen.set(step.id, points)
      }
    },
    curveOf: (step) => {
      const worked = (step.endedAt ?? 0) - (step.startedAt ?? 0)
      const written = step.written ?? 0
      if (worked < SHORTEST_MS || written < LEAST_WRITTEN) return null
      const points = seen.get(step.id) ?? []
      if ((points[0]?.written ?? written) > written * UNSEEN) return null
      const until = (part: number): number => points.findLast((point) => point.worked <= (worked * part) / PARTS)?.written ?? 0
      return [...Array.from({ length: PARTS - 1 }, (_, part) => until(part + 1)), written]
    },
  }
}

/** Between which shares of its time, from 0 to 1, a step is that has written so much: wide apart where it is quiet for long. */
export function placeOnCurve(curve: OutputCurve, written: number): { readonly from: number; readonly to: number } {
  const alike = written + (curve.at(-1) ?? 0) * ALIKE
  const [first, after] = [curve.findIndex((there) => there >= written), curve.findIndex((there) => there > alike)]
  return { from: first === -1 ? 1 : share(curve, first, written), to: after === -1 ? 1 : share(curve, after, alike) }
}

// Where inside a part so much is written, taking it as written evenly.
function share(curve: OutputCurve, part: number, written: number): number {
  const [before, after] = [curve[part - 1] ?? 0, curve[part] ?? 0]
  const inside = after > before ? Math.max(0, (written - before) / (after - before)) : 0
  return (part + inside) / curve.length
}
