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

/** A terminal that only shows: fed with text, searched, scrolled and copied, never typed into. */
export interface LogTerminal {
  /** Draws text; resolves when xterm has taken it in. */
  write(text: string): Promise<void>
  /** Empties it, once what was written before has been taken in. */
  clear(): Promise<void>
  readonly finder: Finder
  jumpTo(step: string): boolean
  toEnd(): void
  /** The selection, or everything in memory, without colour codes. */
  copyable(): string
  lastLine(): string
  dispose(): void
}

/** What the terminal tells the panel around it. */
export interface LogEvents {
  /** The view reached the end, or left it. */
  readonly onFollow: (following: boolean) => void
  /** Escape was pressed: focus goes back to the page. */
  readonly onLeave: () => void
  readonly onCopy: (text: string) => void
}

const LINES_IN_MEMORY = 50_000

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

  const atEnd = (): boolean => terminal.buffer.active.viewportY >= terminal.buffer.active.baseY
  let following = true
  terminal.onRender(() => {
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
    finder: createFinder(search),
    jumpTo: (step) => places.jumpTo(step),
    toEnd: () => terminal.scrollToBottom(),
    copyable: () => (terminal.hasSelection() ? terminal.getSelection() : plainText(terminal)),
    lastLine: () => lastLine(terminal),
    dispose: () => {
      stopScheme()
      sized.disconnect()
      terminal.dispose()
    },
  }
}
