import type { ITheme } from '@xterm/xterm'

/** The terminal's colours, read from the page's tokens as they are now. */
export function terminalTheme(): ITheme {
  const style = getComputedStyle(document.documentElement)
  const token = (name: string): string => style.getPropertyValue(name).trim()
  const dark = document.documentElement.dataset['mantineColorScheme'] === 'dark'
  const [magenta, cyan] = dark ? ['#d9a0de', '#7ccad6'] : ['#8a2f8f', '#0b6b78']
  return {
    background: token('--sunken'),
    foreground: token('--ink-2'),
    cursor: token('--sunken'),
    cursorAccent: token('--sunken'),
    selectionBackground: dark ? '#2a4170' : '#cfdcf7',
    selectionInactiveBackground: dark ? '#2a4170' : '#cfdcf7',
    scrollbarSliderBackground: token('--press'),
    scrollbarSliderHoverBackground: token('--line-2'),
    scrollbarSliderActiveBackground: token('--control'),
    overviewRulerBorder: token('--sunken'),
    black: token('--ink'),
    white: token('--ink-2'),
    // The prefix of each line is drawn in it.
    brightBlack: token('--ink-3'),
    brightWhite: token('--ink'),
    red: token('--bad'),
    brightRed: token('--bad'),
    green: token('--ok'),
    brightGreen: token('--ok'),
    yellow: token('--warn'),
    brightYellow: token('--warn'),
    blue: token('--work'),
    brightBlue: token('--work'),
    magenta,
    brightMagenta: magenta,
    cyan,
    brightCyan: cyan,
  }
}

/** The family of fixed-width fonts, as the page's token lists them. */
export function terminalFont(): string {
  return getComputedStyle(document.documentElement).getPropertyValue('--mono').trim()
}

/** Calls back whenever the page changes between light and dark; returns how to stop. */
export function onSchemeChange(changed: () => void): () => void {
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-mantine-color-scheme'] })
  return () => observer.disconnect()
}
