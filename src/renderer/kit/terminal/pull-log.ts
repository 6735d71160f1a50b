import type { LogChunk, LogPart } from '../../../core/build/build'

/** Where a log comes from, part by part. */
export interface LogSource {
  read(from: number): Promise<LogPart>
  /** Resolves when the log may reach beyond a position, or the signal is aborted. */
  grown(from: number, signal: AbortSignal): Promise<void>
  /** A pause before asking again after a part could not be read. */
  again(): Promise<void>
}

/** Where a log goes; each promise resolves when all was drawn, so that the next part is asked for only then. */
export interface LogSink {
  draw(chunks: readonly LogChunk[], from: number): Promise<void>
  end(): Promise<void>
}

/** Pulls a log from a position to its end, no faster than it is drawn. */
export async function pullLog(source: LogSource, sink: LogSink, { from, signal }: { from: number; signal: AbortSignal }): Promise<void> {
  let at = from
  while (!signal.aborted) {
    const part = await source.read(at).catch(() => null)
    if (signal.aborted) return
    if (part === null) {
      await source.again()
      continue
    }
    await sink.draw(part.chunks, part.from)
    if (part.complete) return sink.end()
    if (part.next === at) await source.grown(at, signal)
    at = part.next
  }
}
