import { assertNever } from '../../../core/assert-never'
import { deviceProof, type Rung } from '../../../core/health/health-view-rungs'
import type { PanelState } from '../../../core/panel/panel'
import { Mark } from '../../kit/Mark'
import text from '../../kit/text.module.css'
import section from './HealthScreen.module.css'
import classes from './DeviceRungs.module.css'

/** What proves on which device it computes, rung by rung; what was not seen stays not proven. */
export function DeviceRungs({ state }: { readonly state: PanelState }) {
  const proof = deviceProof(state)
  return (
    <section className={section.section} aria-labelledby="device">
      <div className={section.heading}>
        <h3 id="device">{proof?.title ?? 'Where it computes'}</h3>
      </div>
      {proof === null ? <p className={section.none}>Nothing runs now.</p> : null}
      <ul>
        {proof?.rungs.map((rung) => (
          <li key={rung.title} className={classes.rung}>
            <RungMark state={rung.state} />
            <span>{rung.title}</span>
            <span className={classes.detail}>{rung.detail}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function RungMark({ state }: { readonly state: Rung['state'] }) {
  switch (state) {
    case 'proven':
      return (
        <span className={classes.mark}>
          <Mark shape="tick" tone="ok" size={16} />
          <span className={text.hidden}>Proven:</span>
        </span>
      )
    case 'not-proven':
      return (
        <span className={classes.mark}>
          <Mark shape="dot" tone="idle" size={16} />
        </span>
      )
    case 'broken':
      return (
        <span className={classes.mark}>
          <Mark shape="triangle" tone="warn" size={16} />
          <span className={text.hidden}>Not so:</span>
        </span>
      )
    default:
      return assertNever(state)
  }
}
