import { IconAlertTriangle, IconCheck, IconX } from '@tabler/icons-react'
import { assertNever } from '../../core/assert-never'
import type { Mark as MarkShape, Tone } from '../../core/panel/headline-words'
import { Icon } from './Icon'
import { Ring } from './Ring'
import classes from './Mark.module.css'

interface MarkProps {
  readonly shape: MarkShape
  readonly tone: Tone
  readonly size?: 14 | 16 | 18
}

/** The sign of a state: its shape says what its colour says. */
export function Mark({ shape, tone, size = 14 }: MarkProps) {
  return <span className={`${classes.mark} ${classes[tone]}`}>{drawing(shape, size)}</span>
}

function drawing(shape: MarkShape, size: 14 | 16 | 18) {
  switch (shape) {
    case 'tick':
      return <Icon of={IconCheck} size={size} />
    case 'ring':
      return <Ring size={size} />
    case 'triangle':
      return <Icon of={IconAlertTriangle} size={size} />
    case 'cross':
      return <Icon of={IconX} size={size} />
    case 'dot':
      return <span className={classes.dot} />
    default:
      return assertNever(shape)
  }
}
