/**
 * A controller that is aborted with any of these signals; once aborted it has let go of all of them. `AbortSignal.any` leaves
 * a trace of itself in the longest-lived one for good: too much where it is called all day.
 */
export function abortedWith(...others: readonly AbortSignal[]): AbortController {
  const own = new AbortController()
  for (const other of others) {
    if (other.aborted) own.abort(other.reason)
    else other.addEventListener('abort', () => own.abort(other.reason), { once: true, signal: own.signal })
  }
  return own
}
