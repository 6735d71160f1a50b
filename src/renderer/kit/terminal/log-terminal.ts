import '@xterm/xterm/css/xterm.css'
import { FitAddon } from '@xterm/addon-fit'
import { SearchAddon } from '@xterm/addon-search'
import { SerializeAddon } from '@xterm/addon-serialize'
import { Terminal } from '@xterm/xterm'
import { drawFast } from './draw-fast'
import { watchPlaces } from './log-places'
import { lastLine, plainText } from './plain-text'
import { readOnlyKeys } from './read-only-keys'
import { letSpansTakeStyles, withConstructedStyles } from './style-sheets'
import { onSchemeChange, terminalFont, terminalTheme } from './terminal-theme'
import { createFinder, type Finder } from './finder'
import type { Showing } from './log-view'
import { LINES_ABOVE, scrollTo } from './scroll-to'

/** A terminal that only shows: fed with text, searched, scrolled and copied, never typed into. */
export interface LogTerminal {
  /** Draws text; resolves when xterm has taken it in. */
  write(text: string): Promise<void>
  /** Empties it, once what was written before has been taken in. */
  clear(): Promise<void>
  readonly finder: Finder
  /** Remembers the line that is written next: where it stands later, or null once it has left the memory. */
  here(): () => number | null
  reveal(line: number | null, show: Showing): Promise<void>
  following(): boolean
  /** Resolves when the view is at the end of what is in memory or near it, or the signal is aborted. */
  room(signal: AbortSignal): Promise<void>
  /** The selection, or everything in memory, without colour codes. */
  copyable(): string
  lastLine(): string
  dispose(): void
}

/** What the terminal tells the panel around it. */
export interface LogEvents {
  /** The view reached the end, or left it. */
  readonly onFollow: (following: boolean) => void
  /** The view reached the first line in memory. */
  readonly onTop: () => void
  /** End was pressed. */
  readonly onEnd: () => void
  /** Escape was pressed: focus goes back to the page. */
  readonly onLeave: () => void
  readonly onCopy: (text: string) => void
}

const LINES_IN_MEMORY = 10_000
const ROOM = 2000

/** Opens a terminal inside an element of the page. */
export function openLogTerminal(host: HTMLElement, label: string, events: LogEvents): LogTerminal {
  const terminal = new Terminal({
    allowProposedApi: true,
    disableStdin: true,
    scrollback: LINES_IN_MEMORY,
    minimumContrastRatio: 4.5,
    fontFamily: terminalFont(),
    fontSize: 12,
    lineHeight: 1.29,
    cursorInactiveStyle: 'none',
    cursorStyle: 'bar',
    overviewRuler: { width: 12 },
    linkHandler: null,
    theme: terminalTheme(),
  })
  const fit = new FitAddon()
  const search = new SearchAddon()
  const serialize = new SerializeAddon()
  const places = watchPlaces(terminal)
  for (const addon of [fit, search, serialize]) terminal.loadAddon(addon)
  letSpansTakeStyles()
  withConstructedStyles(() => terminal.open(host))
  drawFast(terminal)
  fit.fit()
  readOnlyKeys(terminal, events)
  terminal.textarea?.setAttribute('aria-label', `${label}, read only. Escape leaves it.`)
  terminal.textarea?.setAttribute('readonly', '')
  // Escape leaves the terminal first, then closes a drawer around it.
  terminal.textarea?.setAttribute('data-mantine-stop-propagation', 'true')

  const atEnd = (): boolean => terminal.buffer.active.viewportY >= terminal.buffer.active.baseY
  let following = true
  let atTop = true
  terminal.onRender(() => {
    const { viewportY } = terminal.buffer.active
    if (viewportY === 0 && !atTop && !atEnd()) events.onTop()
    atTop = viewportY === 0
    if (atEnd() === following) return
    following = !following
    events.onFollow(following)
  })

  const sized = new ResizeObserver(() => fit.fit())
  sized.observe(host)
  const stopScheme = onSchemeChange(() => (terminal.options.theme = terminalTheme()))
  // Stories read what is drawn, colours included, through this property of the element.
  Object.assign(host, { facecraftLog: () => serialize.serialize() })

  return {
    write: (text) => new Promise((resolve) => terminal.write(text, resolve)),
    clear: () =>
      new Promise((resolve) =>
        terminal.write('', () => {
          places.forget()
          terminal.reset()
          resolve()
        }),
      ),
    finder: createFinder(terminal, search),
    here: () => {
      const marker = terminal.registerMarker(0)
      return () => (marker.isDisposed ? null : marker.line)
    },
    reveal: (line, show) => (line === null ? Promise.resolve() : scrollTo(terminal, show === 'amid' ? Math.max(0, line - LINES_ABOVE) : line)),
    following: atEnd,
    room: (signal) =>
      new Promise((resolve) => {
        const near = (): boolean => terminal.buffer.active.baseY - terminal.buffer.active.viewportY < ROOM
        if (near() || signal.aborted) return resolve()
        const scrolled = terminal.onRender(() => near() && done())
        signal.addEventListener('abort', done, { once: true })
        function done(): void {
          scrolled.dispose()
          signal.removeEventListener('abort', done)
          resolve()
        }
      }),
    copyable: () => (terminal.hasSelection() ? terminal.getSelection() : plainText(terminal)),
    lastLine: () => lastLine(terminal),
    dispose: () => {
      stopScheme()
      sized.disconnect()
      terminal.dispose()
    },
  }
}
