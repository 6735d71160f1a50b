import type { Deed } from './headline-words'
import { assertNever } from '../assert-never'
import { chosenVariant, runningVariant } from './chosen-variant'
import { headline } from './headline'
import type { Mark } from './headline-words'
import type { PanelState } from './panel'

/** The four signs of the tray, told apart by shape alone. */
export type TrayShape = 'tick' | 'ring' | 'triangle' | 'hollow'

/** The tray: its sign, the state as a line, and what can be done. */
export interface TrayView {
  readonly shape: TrayShape
  readonly line: string
  readonly items: readonly { readonly label: string; readonly deed: Deed | null }[]
}

/** What the tray shows; an entry without a deed cannot be pressed now. */
export function trayView(state: PanelState, now: number): TrayView {
  const { pill, task } = headline(state, now)
  const running = runningVariant(state)
  const chosen = chosenVariant(state)
  const free = state.engine.kind === 'running' && state.operation === null
  const answers = state.engine.kind === 'running' && (state.app.kind === 'ready' || state.app.kind === 'wrong-device')
  const other = state.project.kind === 'usable' ? state.project.project.variants.find((v) => v.id !== running) : undefined
  return {
    shape: shapeOf(task?.mark ?? pill.mark),
    line: [pill.word, pill.more].filter(Boolean).join(', '),
    items: [
      { label: 'Open Facecraft', deed: answers ? { kind: 'open', link: 'app' } : null },
      running === null
        ? { label: 'Start', deed: free && chosen !== null ? { kind: 'start', variant: chosen } : null }
        : { label: 'Stop', deed: free ? { kind: 'stop' } : null },
      { label: 'Switch', deed: free && running !== null && other ? { kind: 'preview-switch', variant: other.id } : null },
    ],
  }
}

function shapeOf(mark: Mark): TrayShape {
  switch (mark) {
    case 'tick':
    case 'ring':
    case 'triangle':
      return mark
    case 'cross':
      return 'triangle'
    case 'dot':
      return 'hollow'
    default:
      return assertNever(mark)
  }
}
