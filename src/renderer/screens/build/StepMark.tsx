import { IconCheck, IconCircleDashed, IconMinus, IconX } from '@tabler/icons-react'
import { assertNever } from '../../../core/assert-never'
import type { StepState } from '../../../core/build/build'
import type { PhaseState } from '../../../core/build/build-view-phases'
import { Icon } from '../../kit/Icon'
import { Ring } from '../../kit/Ring'
import classes from './StepMark.module.css'

/** The sign of a step or phase: tick, turning ring, cross, dash, or a dashed dot for what is still to come. */
export function StepMark({ state }: { readonly state: StepState | PhaseState }) {
  return <span className={`${classes.mark} ${classes[state]}`}>{drawing(state)}</span>
}

function drawing(state: StepState | PhaseState) {
  switch (state) {
    case 'done':
    case 'reused':
      return <Icon of={IconCheck} size={16} />
    case 'running':
      return <Ring size={16} />
    case 'failed':
      return <Icon of={IconX} size={16} />
    case 'cancelled':
    case 'on-hold':
      return <Icon of={IconMinus} size={16} />
    case 'waiting':
      return <Icon of={IconCircleDashed} size={16} />
    default:
      return assertNever(state)
  }
}
