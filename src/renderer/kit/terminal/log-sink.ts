import type { BuildStep, LogChunk } from '../../../core/build/build'
import type { LogLines, LogText } from '../../../core/build/build-view-log'
import type { LogSink } from './pull-log'

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
  /** Called for each step's output, shown or not, with the position of the part it came in. */
  readonly onSeen: (step: string, from: number) => void
  readonly onDrawn: (lines: number) => void
}

const BATCH = 64 * 1024

/** Draws chunks in batches of at most 64 KB, one a frame, waiting each time until the terminal has taken it in. */
export function createLogSink({ lines, write, frame, only, quietUntil, onSeen, onDrawn }: SinkParts): LogSink {
  let waiting = ''
  let ended = 0

  const collect = ({ text, lines: more }: LogText): void => {
    waiting += text
    ended += more
  }
  const flush = async (): Promise<void> => {
    const [text, count] = [waiting, ended]
    waiting = ''
    ended = 0
    for (let at = 0; at < text.length; at += BATCH) {
      await frame()
      await write(text.slice(at, at + BATCH))
    }
    if (text !== '') onDrawn(count)
  }

  return {
    draw: async (chunks: readonly LogChunk[], from) => {
      for (const chunk of chunks) {
        onSeen(chunk.step, from)
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
