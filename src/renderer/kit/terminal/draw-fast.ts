import { WebglAddon } from '@xterm/addon-webgl'
import type { Terminal } from '@xterm/xterm'
import { withConstructedStyles } from './style-sheets'

/** Draws on the graphics card where there is a real one; software drawing is slower there than plain elements. */
export function drawFast(terminal: Terminal): void {
  realCard ??= hasRealCard()
  if (!realCard) return
  try {
    const webgl = new WebglAddon()
    webgl.onContextLoss(() => withConstructedStyles(() => webgl.dispose()))
    withConstructedStyles(() => terminal.loadAddon(webgl))
  } catch {
    // The plain renderer that was there before goes on drawing.
  }
}

// Asking makes a graphics context, which takes a while.
let realCard: boolean | undefined

function hasRealCard(): boolean {
  const context = document.createElement('canvas').getContext('webgl2', { failIfMajorPerformanceCaveat: true })
  context?.getExtension('WEBGL_lose_context')?.loseContext()
  return context !== null
}
