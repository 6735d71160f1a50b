import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import type { Phase } from '../../../core/build/build-view-phases'
import { phaseTime } from '../../../core/build/build-view-steps'
import { usualSeconds, type Expectation } from '../../../core/build/estimate'
import { Icon } from '../../kit/Icon'
import text from '../../kit/text.module.css'
import { StepMark } from './StepMark'
import classes from './Steps.module.css'

interface PhaseRowProps {
  readonly phase: Phase
  readonly open: boolean
  readonly onTurn: () => void
  readonly expected: Expectation | null
  readonly now: number
}

/** A phase in one row; it unfolds its steps. */
export function PhaseRow({ phase, open, onTurn, expected, now }: PhaseRowProps) {
  const usual = expected === null ? null : phase.steps.reduce((sum, step) => sum + usualSeconds(step, expected), 0)
  const time = phaseTime(phase, usual, now)
  return (
    <button type="button" className={`${classes.row} ${classes.title}`} aria-expanded={open} onClick={onTurn} data-state={phase.state}>
      <StepMark state={phase.state} />
      <span className={classes.name}>
        {phase.title}
        <span className={text.hidden}>, {phase.state}, </span>
        <Icon of={open ? IconChevronDown : IconChevronRight} size={14} className={classes.fold ?? ''} />
      </span>
      <span className={classes.time}>{time}</span>
    </button>
  )
}
