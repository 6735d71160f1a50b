let out = process.stdout

/** Prints one line of progress. */
export function say(line) {
  out.write(`${line}\n`)
}

/** Sends all progress to stderr, for commands whose stdout belongs to their caller. */
export function sayOnStderr() {
  out = process.stderr
}

/** A step that cannot be done, in words for the person who started it. */
export class SetupFailure extends Error {
  /** @param {{ what: string, why: string, todo: string }} words */
  constructor({ what, why, todo }) {
    super(`${what}\n  Why: ${why}\n  What to do: ${todo}`)
    this.name = 'SetupFailure'
  }
}

/** The duration since `start` (from `performance.now()`) as a person reads it. */
export function timeSince(start) {
  const seconds = (performance.now() - start) / 1000
  if (seconds < 10) return `${seconds.toFixed(1)} s`
  if (seconds < 100) return `${Math.round(seconds)} s`
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`
}
