import type { Terminal } from '@xterm/xterm'
import { nextFrame } from './next-frame'

/** How many lines stay in view above a line that was asked for. */
export const LINES_ABOVE = 4

const MOST_TRIES = 10

/** Scrolls to a line; xterm learns of new lines with the next frame only, and until then scrolls by what it knew before. */
export async function scrollTo(terminal: Terminal, line: number): Promise<void> {
  const { active } = terminal.buffer
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    terminal.scrollToLine(line)
    if (active.viewportY === Math.min(line, active.baseY)) return
    await nextFrame()
  }
}
