import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { median, printFigure } from './lib/figures.mjs'
import { openSources } from './lib/sources.mjs'

const recordings = join(import.meta.dirname, '../src/core/build/recordings')
const MOMENTS = { quarter: 0.25, half: 0.5, 'three-quarters': 0.75 }

/** What this measures, by name. */
export const figures = [...Object.keys(MOMENTS).map((name) => `estimate.${name}`), 'estimate.half-left', 'estimate.half-known']

/**
 * How far the estimate of a build's length is off after parts of it, over recorded builds of the version for the processor
 * from nothing: each after each other one as the only earlier build; and after all others (`half-known`).
 * The baseline takes the length of the earlier build as it is. Record anew: node scripts/record-builds.mjs cpu-pace
 */
export async function run() {
  const sources = await openSources()
  try {
    const replay = await sources.load('/src/core/build/recordings/replay.ts')
    const builds = readdirSync(recordings)
      .filter((name) => /^cpu-pace-\d+\.jsonl\.gz$/.test(name))
      .map((name) => replay.momentsOf(gunzipSync(readFileSync(join(recordings, name))).toString()))
      .map((moments) => ({ moments, times: replay.timesOf(moments), seconds: (moments.at(-1).at - moments[0].at) / 1000 }))
    const pairs = builds.flatMap((earlier) => builds.filter((later) => later !== earlier).map((later) => ({ earlier, later })))
    const asBefore = pairs.map(({ earlier, later }) => off(earlier.seconds, later.seconds))
    for (const [name, share] of Object.entries(MOMENTS)) {
      const guesses = pairs.map(({ earlier, later }) => replay.wholeAt(share, later.moments, [earlier.times]))
      const ours = guesses.map(({ guessed, real }) => off(guessed, real))
      printFigure({ name: `estimate.${name}`, unit: '%', ours, theirs: asBefore, note: `of the build's length; ${spread(ours)}` })
      // What is left is the smaller part, so the same error weighs more in it.
      const left = ours.map((error) => error / (1 - share))
      if (name === 'half') printFigure({ name: 'estimate.half-left', unit: '%', ours: left, note: `of the time left; ${spread(left)}` })
    }
    const known = builds.map((later) => {
      const others = builds.filter((build) => build !== later).map(({ times }) => times)
      const { guessed, real } = replay.wholeAt(MOMENTS.half, later.moments, others)
      return off(guessed, real)
    })
    printFigure({ name: 'estimate.half-known', unit: '%', ours: known, note: `of the build's length, after ${builds.length - 1} builds; ${spread(known)}` })
  } finally {
    await sources.close()
  }
}

function off(guessed, real) {
  return (Math.abs(guessed - real) / real) * 100
}

function spread(errors) {
  const within = errors.filter((error) => error <= 20).length
  const worse = errors.filter((error) => error > median(errors))
  return `${within} of ${errors.length} within 20 %, a quarter over ${Math.round(median(worse))} %, worst ${Math.round(Math.max(...errors))} %`
}
