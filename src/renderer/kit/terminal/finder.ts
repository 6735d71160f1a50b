import type { ISearchOptions, SearchAddon } from '@xterm/addon-search'
import type { Terminal } from '@xterm/xterm'
import type { FindTerm } from '../../../core/build/find-pattern'
import { LINES_ABOVE, scrollTo } from './scroll-to'

/** A line to show: its text, and how many lines of the same text come before it from a row on. */
export interface LineWish {
  readonly row: number | null
  readonly text: string
  readonly nth: number
  readonly term: FindTerm
}

/** Marks what was looked for in the terminal's memory. */
export interface Finder {
  /** Scrolls to a line and marks it and every other place in memory. */
  show(line: LineWish): void
  clear(): void
}

const LONGEST_LOOK = 2000

/** A finder over xterm's search, which draws the marks; which line it is, is known from the log on disk. */
export function createFinder(terminal: Terminal, search: SearchAddon): Finder {
  return {
    show({ row, text, nth, term }) {
      const found = row === null ? null : rowOf(terminal, { row, text, nth })
      if (found === null) return
      const column = Math.max(0, textOf(terminal, found).indexOf(text.trimEnd()))
      terminal.select(column, found, 1)
      const marked = search.findNext(term.text, { ...options(), regex: term.kind === 'regex', incremental: true })
      // Beginnings and ends of lines do not match what is drawn, which has the step's number in front.
      if (!marked) terminal.select(column, found, Math.max(1, text.length))
      void scrollTo(terminal, Math.max(0, found - LINES_ABOVE))
    },
    clear() {
      search.clearDecorations()
      terminal.clearSelection()
    },
  }
}

function rowOf(terminal: Terminal, { row, text, nth }: Omit<LineWish, 'term' | 'row'> & { readonly row: number }): number | null {
  const words = text.trimEnd()
  let left = nth
  const last = Math.min(terminal.buffer.active.length, row + LONGEST_LOOK)
  for (let at = row; at < last; at++) {
    if (terminal.buffer.active.getLine(at)?.isWrapped || !textOf(terminal, at).includes(words)) continue
    if (left === 0) return at
    left -= 1
  }
  return null
}

/** A line that may be wrapped over several rows. */
function textOf(terminal: Terminal, row: number): string {
  const buffer = terminal.buffer.active
  let text = ''
  for (let at = row; at === row || buffer.getLine(at)?.isWrapped; at++) text += buffer.getLine(at)?.translateToString() ?? ''
  return text
}

// It takes hex colours only, so both are chosen to stand out in light and dark.
function options(): ISearchOptions {
  const dark = document.documentElement.dataset['mantineColorScheme'] === 'dark'
  return {
    decorations: {
      matchBackground: dark ? '#57431e' : '#f0dbb2',
      matchOverviewRuler: dark ? '#d6942b' : '#c67800',
      activeMatchBackground: dark ? '#a06a12' : '#f2b84b',
      activeMatchColorOverviewRuler: dark ? '#efb556' : '#855300',
    },
  }
}
