import type { Build } from '../../core/build/build'
import { sleep } from '../sleep'
import type { Walk } from './walk-build'

const TELL_EVERY_MS = 100
const LOOK_EVERY_MS = 50
/** A person waits for the first steps: at the beginning it is looked more often. */
const FIRST_LOOKS_EVERY_MS = 10
const FIRST_LOOKS_FOR_MS = 5000

/** Gives the build whenever its records told something new, until `ended` says so and all is read; at the end in any case. */
export async function* followBuild(walk: Walk, ended: () => boolean): AsyncGenerator<Build> {
  const began = Date.now()
  let told = walk.known().build
  let toldAt = 0
  for (;;) {
    // Asked before the look, so that what was written just before the end is still read.
    const last = ended()
    await walk.on()
    const { build } = walk.known()
    if (last) return yield build
    if (isNews(told, build) && Date.now() - toldAt >= TELL_EVERY_MS) {
      told = build
      toldAt = Date.now()
      yield build
    }
    await sleep(Date.now() - began < FIRST_LOOKS_FOR_MS ? FIRST_LOOKS_EVERY_MS : LOOK_EVERY_MS, new AbortController().signal)
  }
}

function isNews(told: Build, build: Build): boolean {
  return build.logBytes !== told.logBytes || build.steps !== told.steps
}
