import type { Terminal } from '@xterm/xterm'
import type { LogEvents } from './log-terminal'

/** Lets keys scroll and copy and everything else pass to the page: the log is never a trap. */
export function readOnlyKeys(terminal: Terminal, events: LogEvents): void {
  terminal.attachCustomKeyEventHandler((event) => {
    if (event.type === 'keydown' && !act(terminal, events, event)) return false
    if (event.type === 'keydown') event.preventDefault()
    return false
  })
}

function act(terminal: Terminal, events: LogEvents, event: KeyboardEvent): boolean {
  if (event.key === 'Escape') {
    terminal.clearSelection()
    events.onLeave()
    return true
  }
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'c' && terminal.hasSelection()) {
    events.onCopy(terminal.getSelection())
    return true
  }
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') {
    terminal.selectAll()
    return true
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return false
  if (event.key === 'End') {
    events.onEnd()
    return true
  }
  return scroll(terminal, event.key)
}

function scroll(terminal: Terminal, key: string): boolean {
  switch (key) {
    case 'ArrowUp':
      terminal.scrollLines(-1)
      return true
    case 'ArrowDown':
      terminal.scrollLines(1)
      return true
    case 'PageUp':
      terminal.scrollPages(-1)
      return true
    case 'PageDown':
      terminal.scrollPages(1)
      return true
    case 'Home':
      terminal.scrollToTop()
      return true
    default:
      return false
  }
}
