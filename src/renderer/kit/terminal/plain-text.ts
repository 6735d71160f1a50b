import type { Terminal } from '@xterm/xterm'

/** Everything in a terminal's memory without colours; lines that were only wrapped are whole again. */
export function plainText(terminal: Terminal): string {
  const buffer = terminal.buffer.active
  const lines: string[] = []
  for (let at = 0; at < buffer.length; at++) {
    const line = buffer.getLine(at)
    if (!line) continue
    const text = line.translateToString(!buffer.getLine(at + 1)?.isWrapped)
    if (line.isWrapped && lines.length > 0) lines[lines.length - 1] += text
    else lines.push(text)
  }
  return `${lines.join('\n').trimEnd()}\n`
}

/** The last line that is not empty, without reading all the others. */
export function lastLine(terminal: Terminal): string {
  const buffer = terminal.buffer.active
  for (let at = buffer.baseY + buffer.cursorY; at >= 0; at--) {
    const text = buffer.getLine(at)?.translateToString(true) ?? ''
    if (text.trim() !== '') return text
  }
  return ''
}
