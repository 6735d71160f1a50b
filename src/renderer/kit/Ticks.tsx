import type { Minute } from '../../core/health/health'
import classes from './Ticks.module.css'

/** The last hour in sixty strokes; named by its conclusion. */
export function Ticks({ minutes, label }: { readonly minutes: readonly Minute[]; readonly label: string }) {
  return (
    <span className={classes.ticks} role="img" aria-label={label}>
      {minutes.map((minute) => (
        <i key={minute.at} className={classes[minute.state]} />
      ))}
    </span>
  )
}
