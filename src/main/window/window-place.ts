import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { panelFolder } from '../files/panel-folder'

/** Where the window is and how large, in the screen's points. */
export interface WindowPlace {
  readonly width: number
  readonly height: number
  readonly x?: number
  readonly y?: number
  readonly maximized: boolean
}

const FIRST: WindowPlace = { width: 1100, height: 720, maximized: false }

/** Where the window was when it was last closed. Read by hand: a library for it would be loaded before the first paint. */
export function keptWindowPlace(): WindowPlace {
  try {
    return windowPlace(JSON.parse(readFileSync(path(), 'utf8')))
  } catch {
    return FIRST
  }
}

/** Keeps where the window is for the next start. */
export function keepWindowPlace(place: WindowPlace): void {
  writeFileSync(`${path()}.part`, JSON.stringify(place))
  renameSync(`${path()}.part`, path())
}

/** A place out of what a file held; the first one where it holds none. */
export function windowPlace(kept: unknown): WindowPlace {
  if (typeof kept !== 'object' || kept === null) return FIRST
  const { width, height, x, y, maximized } = kept as Partial<Record<keyof WindowPlace, unknown>>
  if (!isLength(width) || !isLength(height)) return FIRST
  return { width, height, ...(isLength(x) && isLength(y) ? { x, y } : {}), maximized: maximized === true }
}

function isLength(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

function path(): string {
  return join(panelFolder(), 'window.json')
}
