import classes from './Ring.module.css'

interface RingProps {
  readonly size?: number
  /** Share done, 0 to 1; without it an arc turns. */
  readonly share?: number
}

const ROUND = 34.6

/** A ring for work under way; it turns slowly unless a share is known or motion is unwanted. */
export function Ring({ size = 14, share }: RingProps) {
  const arc = share === undefined ? ROUND * 0.62 : Math.max(0.02, Math.min(1, share)) * ROUND
  return (
    <svg className={share === undefined ? classes.turning : classes.ring} width={size} height={size} viewBox="0 0 14 14" aria-hidden>
      <circle className={classes.track} cx="7" cy="7" r="5.5" />
      <circle className={classes.arc} cx="7" cy="7" r="5.5" strokeDasharray={`${arc} ${ROUND}`} />
    </svg>
  )
}
