import { measureBuilds } from './log/builds.mjs'
import { measureFlood } from './log/flood.mjs'
import { measureHostile } from './log/hostile.mjs'
import { measureLost } from './log/lost.mjs'
import { measureOpen } from './log/open.mjs'

/** What this measures, by name. */
export const figures = [
  'log.wall',
  'log.stall',
  'log.memory',
  'log.lost',
  'log.find-first',
  'log.find-all',
  'log.open',
  'log.hostile',
  'build.started',
  'build.first-step',
  'build.overhead',
]

/** The path of a build's log from the command to the screen, in the real window; needs a display. */
export async function run() {
  for (const measure of [measureOpen, measureHostile, measureFlood, measureBuilds, measureLost]) {
    await measure().catch((error) => console.error(`${measure.name}: ${error.message}`))
  }
}
