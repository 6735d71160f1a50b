import type { BuildStep, LogChunk } from '../../../core/build/build'
import type { LogLines } from '../../../core/build/build-view-log'

/** Where a log goes; each promise resolves when all was taken in, so that the next part is asked for only then. */
export interface LogSink {
  /** Draws a part that was read from a position. */
  draw(chunks: readonly LogChunk[], from: number): Promise<void>
  end(): Promise<void>
}

/** What a sink draws with and whom it tells. */
export interface SinkParts {
  readonly lines: LogLines
  readonly write: (text: string) => Promise<void>
  /** Resolves at the next frame. */
  readonly frame: () => Promise<void>
  /** The one step to show; null shows everything. */
  readonly only: string | null
  /** Steps that ended without output before a moment and were not shown yet; null is now. */
  readonly quietUntil: (at: number | null) => readonly BuildStep[]
  /** Called before a part is drawn, with its position. */
  readonly onPart: (from: number) => Promise<void>
}

const BATCH = 64 * 1024

/**
 * Draws chunks in batches, at most 64 KB a frame, waiting each time until the terminal has taken it in;
 * of what is left when the signal is aborted nothing. */
export function createLogSink({ lines, write, frame, only, quietUntil, onPart }: SinkParts, signal: AbortSignal): LogSink {
  let waiting = ''
  let room = BATCH
  let next: Promise<void> | null = null

  const collect = (text: string): void => {
    waiting += text
  }
  const nextRoom = async (): Promise<void> => {
    await frame()
    room = BATCH
    next = null
  }
  const roomFor = async (length: number): Promise<void> => {
    if (room < length) await next
    room -= length
    next ??= nextRoom()
  }
  const flush = async (): Promise<void> => {
    const text = waiting
    waiting = ''
    for (let at = 0; at < text.length && !signal.aborted; at += BATCH) {
      const batch = text.slice(at, at + BATCH)
      await roomFor(batch.length)
      await write(batch)
    }
  }

  return {
    draw: async (chunks, from) => {
      await onPart(from)
      for (const chunk of chunks) {
        if (signal.aborted) return
        if (only !== null && chunk.step !== only) continue
        for (const step of quietUntil(chunk.at)) collect(lines.quiet(step))
        collect(lines.add(chunk))
        if (waiting.length >= BATCH) await flush()
      }
      if (chunks.length === 0) for (const step of quietUntil(null)) collect(lines.quiet(step))
      await flush()
    },
    end: async () => {
      for (const step of quietUntil(null)) collect(lines.quiet(step))
      collect(lines.end())
      await flush()
    },
  }
}
