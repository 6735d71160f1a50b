/**
 * A controller that is aborted with any of these signals; once aborted it has let go of all of them. `AbortSignal.any` leaves
 * a trace of itself in the longest-lived one for good: too much where it is called all day.
 */
export function abortedWith(...others: readonly AbortSignal[]): AbortController {
  const own = new AbortController()
  for (const other of others) follow(own, other)
  return own
}

function follow(own: AbortController, other: AbortSignal): void {
  const abort = (): void => own.abort(other.reason)
  if (own.signal.aborted) return
  if (other.aborted) return abort()
  other.addEventListener('abort', abort, { once: true })
  // By hand: Node forgets what the option `signal` promises where two listen to one signal and garbage is collected meanwhile.
  own.signal.addEventListener('abort', () => other.removeEventListener('abort', abort), { once: true })
}
