const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

/** Calls back once a second while the window can be seen, and at once when it can be seen again; all clocks share one timer. */
export function everySecond(listener: () => void): () => void {
  if (listeners.size === 0) document.addEventListener('visibilitychange', run)
  listeners.add(listener)
  run()
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    document.removeEventListener('visibilitychange', run)
    stop()
  }
}

function run(): void {
  stop()
  if (document.hidden) return
  tick()
  timer = setInterval(tick, 1000)
}

function stop(): void {
  clearInterval(timer)
}

function tick(): void {
  for (const listener of listeners) listener()
}
