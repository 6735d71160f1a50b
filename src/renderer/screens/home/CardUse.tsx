import { assertNever } from '../../../core/assert-never'
import type { Mark as Shape, Tone } from '../../../core/panel/headline-words'
import type { PanelState } from '../../../core/panel/panel'
import { Mark } from '../../kit/Mark'
import { usePanel } from '../../state/panel-store'
import classes from './VersionCard.module.css'

type Use = readonly [Shape, Tone, string]

/** In the corner of the card that runs or is coming up: how that stands, in a word or two. */
export function CardUse({ id }: { readonly id: string }) {
  const state = usePanel((s) => s)
  const [shape, tone, words] = useOf(state, id)
  return (
    <span className={classes.tag}>
      <Mark shape={shape} tone={tone} />
      {words}
    </span>
  )
}

function useOf({ app, engine, operation }: PanelState, id: string): Use {
  if (engine.kind !== 'running') return ['dot', 'idle', 'Not known now']
  if (operation?.variant === id && operation.stage?.name === 'build') return ['ring', 'work', 'Building']
  if (app.kind === 'unknown' || app.kind === 'stopped' || app.variant !== id) return ['ring', 'work', 'Under way']
  switch (app.kind) {
    case 'starting':
    case 'loading':
      return ['ring', 'work', 'Starting']
    case 'ready':
      return ['tick', 'ok', 'In use']
    case 'wrong-device':
      return ['triangle', 'warn', 'In use']
    case 'not-answering':
      return ['cross', 'bad', 'Not answering']
    case 'paused':
      return ['triangle', 'warn', 'Paused']
    case 'crash-loop':
      return ['cross', 'bad', 'Keeps stopping']
    default:
      return assertNever(app)
  }
}
