import type { IDecoration, IMarker, Terminal } from '@xterm/xterm'
import { MARK, readMark } from '../../../core/build/build-view-log'
import classes from './Terminal.module.css'

interface ErrorPlace {
  readonly begins: IMarker
  readonly ends: IMarker
  decoration: IDecoration | undefined
}

/** Remembers where errors stand, as the log's private marks pass by. */
export interface LogPlaces {
  forget(): void
}

/** Listens to the marks in what a terminal is given to draw. */
export function watchPlaces(terminal: Terminal): LogPlaces {
  const errors: ErrorPlace[] = []
  let openError: IMarker | undefined

  terminal.parser.registerOscHandler(MARK, (payload) => {
    const mark = readMark(payload)
    if (mark === 'error-begins') openError = terminal.registerMarker(0)
    if (mark === 'error-ends' && openError) {
      const place: ErrorPlace = { begins: openError, ends: terminal.registerMarker(-1), decoration: undefined }
      errors.push(place)
      decorate(terminal, place)
    }
    return true
  })
  // Lines wrap anew when the width changes, so a mark may need more or fewer rows.
  terminal.onResize(() => errors.forEach((place) => decorate(terminal, place)))

  return {
    forget: () => errors.splice(0).forEach((place) => place.decoration?.dispose()),
  }
}

function decorate(terminal: Terminal, place: ErrorPlace): void {
  place.decoration?.dispose()
  if (place.begins.isDisposed) return
  const rows = Math.max(1, lastRow(terminal, place.ends.line) - place.begins.line + 1)
  place.decoration = terminal.registerDecoration({ marker: place.begins, width: terminal.cols, height: rows, layer: 'bottom' })
  place.decoration?.onRender((element) => element.classList.add(classes['error'] ?? ''))
}

function lastRow(terminal: Terminal, line: number): number {
  let last = line
  while (terminal.buffer.active.getLine(last + 1)?.isWrapped) last += 1
  return last
}
