import { describe, expect, it } from 'vitest'
import type { Build, BuildStep } from './build'
import { placeOnCurve, watchOutput } from './output-curve'

const running: BuildStep = {
  id: 'a',
  phase: 'models',
  name: 'a',
  explanation: null,
  raw: 'a',
  state: 'running',
  startedAt: 0,
  endedAt: null,
  bytes: null,
  sub: null,
  lastOutputAt: null,
  error: null,
}
const written = (bytes: number): Build => ({
  id: 'b',
  variant: 'cpu',
  startedAt: 0,
  endedAt: null,
  outcome: null,
  steps: [{ ...running, written: bytes }],
  logBytes: 0,
})
const done = (bytes: number, endedAt: number): BuildStep => ({ ...running, state: 'done', endedAt, written: bytes })

describe('what is kept of how a step wrote', () => {
  it('is how much it had written at each fortieth of its time', () => {
    const watch = watchOutput()
    watch.look(written(100), 1000)
    watch.look(written(4000), 20_000)
    const curve = watch.curveOf(done(5000, 40_000))!
    expect(curve).toHaveLength(40)
    expect([curve[0], curve[18], curve[19], curve[38], curve[39]]).toEqual([100, 100, 4000, 4000, 5000])
  })

  it('is nothing where it was short, wrote little, or was seen only later', () => {
    const watch = watchOutput()
    watch.look(written(100), 1000)
    expect(watch.curveOf(done(5000, 4000))).toBeNull()
    expect(watch.curveOf(done(150, 40_000))).toBeNull()
    expect(watch.curveOf(done(900, 40_000))).toBeNull()
    const late = watchOutput()
    late.look(written(4000), 20_000)
    expect(late.curveOf(done(5000, 40_000))).toBeNull()
  })
})

describe('where a step is that has written so much', () => {
  const curve = [0, 0, 1000, 2000, 2000, 2000, 3000, 4000, 4000, 4000]

  it('is known where it wrote steadily', () => {
    const { from, to } = placeOnCurve(curve, 1500)
    expect(from).toBeCloseTo(0.35)
    expect(to).toBeCloseTo(0.35, 1)
  })

  it('is somewhere in the quiet time where it was quiet', () => {
    expect(placeOnCurve(curve, 0)).toMatchObject({ from: 0 })
    expect(placeOnCurve(curve, 0).to).toBeCloseTo(0.2, 1)
    expect(placeOnCurve(curve, 2000).from).toBeCloseTo(0.4)
    expect(placeOnCurve(curve, 2000).to).toBeCloseTo(0.6, 1)
  })

  it('is the end where more is written than ever before', () => {
    expect(placeOnCurve(curve, 5000)).toEqual({ from: 1, to: 1 })
  })
})
