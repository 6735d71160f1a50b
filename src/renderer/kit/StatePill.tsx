import type { Pill } from '../../core/panel/headline-words'
import { Mark } from './Mark'
import classes from './StatePill.module.css'

/** A state in a pill: mark, word, and what more there is to say, such as the device. */
export function StatePill({ pill, label }: { readonly pill: Pill; readonly label: string }) {
  return (
    <span className={`${classes.pill} ${classes[pill.tone]}`} role="status" aria-label={label}>
      <Mark shape={pill.mark} tone={pill.tone} />
      <span>{pill.word}</span>
      {pill.more === null ? null : (
        <span className={classes.more} aria-live="off">
          {pill.more}
        </span>
      )}
    </span>
  )
}
