import type { SwitchPlan } from './switch-plan'
import classes from './Lanes.module.css'

/** Both versions over time: the old one keeps running until the new one is ready to take its place. */
export function Lanes({ plan }: { readonly plan: SwitchPlan }) {
  const size = plan.builds ? classes.long : classes.short
  const gap = plan.away === null ? classes.noPause : ''
  return (
    <div className={`${classes.lanes} ${size} ${gap}`} role="img" aria-label={laneWords(plan)}>
      {plan.from === null ? null : (
        <>
          <span className={classes.name}>{plan.from.title}</span>
          <div className={classes.lane}>
            <i className={classes.runs}>Keeps running</i>
            <i className={classes.off}>Stopped, kept</i>
          </div>
        </>
      )}
      <span className={classes.name}>{plan.to.title}</span>
      <div className={classes.lane}>
        <i className={classes.before}>{plan.before}</i>
        {plan.away === null ? null : <i className={classes.away} />}
        <i className={classes.after}>Running</i>
      </div>
      <span />
      <div className={classes.times}>
        <span className={classes.now}>Now</span>
        <span>{plan.away === null ? 'No pause' : `Away, ${plan.away}`}</span>
      </div>
    </div>
  )
}

function laneWords(plan: SwitchPlan): string {
  const old = plan.from === null ? '' : `${plan.from.title} keeps running, then is stopped and kept. `
  return `${old}${plan.to.title}: ${plan.before}, ${plan.away === null ? 'no pause' : `away for ${plan.away}`}, then running.`
}
