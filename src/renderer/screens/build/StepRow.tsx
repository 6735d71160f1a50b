import type { BuildStep } from '../../../core/build/build'
import { stepSize, stepStateWords, stepTime } from '../../../core/build/build-view-steps'
import { usualSeconds, type Expectation } from '../../../core/build/estimate'
import text from '../../kit/text.module.css'
import { StepMark } from './StepMark'
import classes from './Steps.module.css'

/** What a step's row or card is given. */
export interface StepProps {
  readonly step: BuildStep
  /** What is expected of the steps; null once the build has ended. */
  readonly expected: Expectation | null
  readonly now: number
  /** Its log is the one shown. */
  readonly shown: boolean
  readonly onChoose: (step: string) => void
}

/** One step: mark, name, size and time; pressing it takes the log there. */
export function StepRow({ step, expected, now, shown, onChoose }: StepProps) {
  return (
    <li>
      <button
        type="button"
        className={`${classes.row} ${classes.step}`}
        aria-pressed={shown}
        data-state={step.state}
        title={step.explanation ?? step.raw}
        onClick={() => onChoose(step.id)}
      >
        <StepMark state={step.state} />
        <span className={classes.name}>
          <span className={classes.words}>
            <span className={text.hidden}>Build step </span>
            {step.name}
            <span className={classes.size}>{stepSize(step)}</span>
            <span className={text.hidden}>, {stepStateWords(step, now)}</span>
          </span>
        </span>
        <span className={classes.time} aria-hidden>
          {stepTime(step, expected === null ? null : usualSeconds(step, expected), now)}
        </span>
      </button>
    </li>
  )
}
