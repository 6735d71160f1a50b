/** Does something at once when asked, and once more after the asking has been quiet for `ms`; never twice at a time. */
export function settle(work: () => Promise<void>, ms: number, signal: AbortSignal): () => void {
  let timer: NodeJS.Timeout | undefined
  let working = false
  let again = false
  const run = async (): Promise<void> => {
    if (signal.aborted) return
    if (working) return void (again = true)
    working = true
    again = false
    await work().catch(() => undefined)
    working = false
    if (again) await run()
  }
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true })
  return () => {
    if (signal.aborted) return
    const first = timer === undefined
    clearTimeout(timer)
    timer = setTimeout(() => {
      timer = undefined
      void run()
    }, ms)
    if (first) void run()
  }
}
