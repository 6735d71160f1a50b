import type { BuildStep } from '../../../core/build/build'
import type { LogLines } from '../../../core/build/build-view-log'
import { createLogSink } from './log-sink'
import type { LogTerminal } from './log-terminal'
import type { LogScreen } from './log-view'
import { afterPaint, nextFrame } from './next-frame'

/** What is drawn of a log besides its text, and who hears of it. */
export interface ScreenParts {
  /** Begins to turn what was read into lines. */
  readonly lines: () => LogLines
  /** The one step to show; null shows everything. */
  readonly only: string | null
  /** Gives, each once, steps that ended without output before a moment; null is now. */
  readonly quietSteps: () => (at: number | null) => readonly BuildStep[]
  /** Something was drawn since the log began anew, or a part was read and nothing was in it. */
  readonly onDrawn: (what: 'something' | 'nothing') => void
}

/** A screen over a terminal. */
export function createLogScreen(terminal: LogTerminal, parts: ScreenParts): LogScreen {
  let drawn: { readonly from: number; readonly line: () => number | null }[] = []
  let fresh = false
  const clear = async (): Promise<void> => {
    if (!fresh) return
    fresh = false
    drawn = []
    await terminal.clear()
  }
  return {
    begin(from, signal) {
      fresh = true
      let wrote = false
      const sink = createLogSink(
        {
          lines: parts.lines(),
          only: parts.only,
          frame: nextFrame,
          quietUntil: quietAfter(parts.quietSteps(), from),
          onPart: async (at) => {
            if (signal.aborted) return
            await clear()
            drawn.push({ from: at, line: terminal.here() })
          },
          write: async (text) => {
            if (signal.aborted) return
            await terminal.write(text)
            wrote = true
            parts.onDrawn('something')
          },
        },
        signal,
      )
      return {
        ...sink,
        draw: async (chunks, at) => {
          await sink.draw(chunks, at)
          // That there is nothing is said only once it was looked for.
          if (!wrote && !signal.aborted) parts.onDrawn('nothing')
        },
      }
    },
    async place(show) {
      await clear()
      const line = terminal.here()
      return async () => {
        await terminal.reveal(line(), show)
        return line()
      }
    },
    painted: afterPaint,
    following: () => terminal.following(),
    room: (until) => terminal.room(until),
    top: () => drawn.find(({ line }) => line() !== null)?.from ?? null,
  }
}

// Where drawing begins in the middle, the quiet steps of the time before are not told.
function quietAfter(quiet: (at: number | null) => readonly BuildStep[], from: number): (at: number | null) => readonly BuildStep[] {
  let begun = from === 0
  return (at) => {
    const steps = quiet(at)
    if (begun) return steps
    begun = true
    return []
  }
}
