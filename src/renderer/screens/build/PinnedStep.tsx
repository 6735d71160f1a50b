import { useEffect, useRef } from 'react'
import type { BuildStep } from '../../../core/build/build'
import { runningWords, stepStateWords, stepTime } from '../../../core/build/build-view-steps'
import { usualSeconds } from '../../../core/build/estimate'
import { Ring } from '../../kit/Ring'
import text from '../../kit/text.module.css'
import type { StepProps } from './StepRow'
import classes from './Steps.module.css'

/** The running step as a card: what it does, how far it is, its own clock. It stays in view. */
export function PinnedStep({ step, expected, now, shown, onChoose }: StepProps) {
  const card = useRef<HTMLLIElement>(null)
  const usual = expected === null ? null : usualSeconds(step, expected)
  useEffect(() => {
    card.current?.scrollIntoView({ block: 'nearest' })
  }, [step.id])
  return (
    <li ref={card} className={classes.pinned} aria-current="step">
      <button type="button" className={classes.card} aria-pressed={shown} title={step.raw} onClick={() => onChoose(step.id)}>
        <span className={classes.cardTop}>
          <Ring size={16} />
          <span className={classes.cardName}>
            <span className={text.hidden}>Build step </span>
            {step.name}
            <span className={text.hidden}>, {stepStateWords(step, now)}. </span>
          </span>
          <span className={classes.time} aria-hidden>
            {stepTime(step, usual, now)}
          </span>
        </span>
        <span className={classes.explained}>{runningWords(step, usual, now)}</span>
        <SubBar step={step} />
      </button>
    </li>
  )
}

function SubBar({ step }: { readonly step: BuildStep }) {
  if (!step.sub?.total) return null
  const share = Math.min(1, step.sub.current / step.sub.total)
  // The words above say the same.
  return (
    <span className={classes.mini} aria-hidden>
      <b style={{ width: `${share * 100}%` }} />
    </span>
  )
}
