import type { LogSource } from '../terminal/log-view'

/** Tells how many lines a log has grown by since now, whenever that changes, until it is complete or the signal is aborted. */
export async function countMissed(source: LogSource, tell: (lines: number) => void, signal: AbortSignal): Promise<void> {
  let [at, missed] = [source.length(), 0]
  while (!signal.aborted) {
    const counted = await source.count(at).catch(() => null)
    if (signal.aborted || counted?.complete) {
      if (counted && counted.lines > 0 && !signal.aborted) tell(missed + counted.lines)
      return
    }
    if (counted && counted.lines > 0) tell((missed += counted.lines))
    if (counted && counted.next > at) at = counted.next
    else await source.grown(at, signal)
    await source.pause()
  }
}
