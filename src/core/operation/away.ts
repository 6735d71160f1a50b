import { duration } from '../words/duration'

/** How long the app gave no answer over a stretch, and how long nobody could ask it. */
export interface Away {
  readonly seconds: number
  readonly unwatchedSeconds: number
}

/** One question to the app, by a clock in milliseconds that nobody can move. */
export interface Look {
  readonly at: number
  readonly answer: 'given' | 'none'
}

// So long after a question, with the next one still to come, nothing is known any more.
const KNOWN_MS = 3000

/** What these questions tell of the stretch; what lies too far from any of them is not watched. */
export function awayOver(looks: readonly Look[], { from, until }: { readonly from: number; readonly until: number }): Away {
  let [away, unwatched] = [0, (looks[0]?.at ?? until) - from]
  for (const [n, { at, answer }] of looks.entries()) {
    const next = (looks[n + 1]?.at ?? until) - at
    const known = Math.min(next, KNOWN_MS)
    unwatched += next - known
    if (answer === 'none') away += known
  }
  return { seconds: away / 1000, unwatchedSeconds: unwatched / 1000 }
}

/** The same in a sentence or two; "never" only where it was watched throughout. */
export function awayWords({ seconds, unwatchedSeconds }: Away): string {
  const unknown = unwatchedSeconds < SHORTEST_S ? [] : [`We could not watch it for ${duration(unwatchedSeconds)}.`]
  const away = seconds > 0 ? [`Facecraft was away for ${duration(Math.max(seconds, SHORTEST_S))}.`] : []
  const said = [...away, ...unknown]
  return said.length > 0 ? said.join(' ') : 'Facecraft was never away.'
}

const SHORTEST_S = 0.1
