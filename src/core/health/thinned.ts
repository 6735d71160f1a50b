import { unwatched, worse, type Sample } from './hour'

const MINUTE = 60_000

/** The samples without those that tell nothing more once their minute is over: what is said of the hour, the day and each incident stays. */
export function thinned(samples: readonly Sample[], now: number): readonly Sample[] {
  const kept: Sample[] = []
  let dropped = 0
  let worst = samples[0]?.state ?? 'ready'
  samples.forEach((sample, i) => {
    const [before, next] = [samples[i - 1], samples[i + 1]]
    const isInside =
      before && next && minuteOf(before) === minuteOf(sample) && minuteOf(next) === minuteOf(sample) && minuteOf(sample) < Math.floor(now / MINUTE)
    const isQuiet = [before, sample, next].every((one) => one?.why === undefined) && !unwatched(sample)
    if (isInside && isQuiet && worse(worst, sample.state) === worst) {
      dropped += sample.after ?? 0
      return
    }
    worst = before && minuteOf(before) === minuteOf(sample) ? worse(worst, sample.state) : sample.state
    kept.push(dropped > 0 ? { ...sample, after: (sample.after ?? 0) + dropped } : sample)
    dropped = 0
  })
  return kept
}

function minuteOf({ at }: Sample): number {
  return Math.floor(at / MINUTE)
}
