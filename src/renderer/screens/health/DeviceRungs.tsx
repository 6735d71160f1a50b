import { assertNever } from '../../../core/assert-never'
import { noProofWords } from '../../../core/health/health-view'
import { deviceProof } from '../../../core/health/health-view-rungs'
import type { Rung } from '../../../core/health/rungs'
import { Mark } from '../../kit/Mark'
import text from '../../kit/text.module.css'
import { useClient } from '../../state/client-context'
import { usePanel } from '../../state/panel-store'
import { useTimed } from '../../state/use-timed'
import section from './HealthScreen.module.css'
import classes from './DeviceRungs.module.css'

/** What proves on which device it computes, rung by rung; what was not seen stays not proven. */
export function DeviceRungs() {
  const client = useClient()
  const proof = useTimed(deviceProof)
  const none = usePanel(noProofWords)
  const fix = proof?.rungs.find((rung) => rung.fix !== undefined)?.fix
  return (
    <section className={section.section} aria-labelledby="device">
      <div className={`${section.heading} ${classes.heading}`}>
        <h3 id="device">{proof?.title ?? 'Where it computes'}</h3>
        {proof && isCard(proof.rungs.length) ? (
          <>
            <span className={section.beside}>{proof.age === '' ? 'not looked at yet' : proof.age}</span>
            <button type="button" className={classes.again} onClick={() => void client.proveDevice()}>
              Test again
            </button>
          </>
        ) : null}
      </div>
      {proof === null ? <p className={section.none}>{none}</p> : null}
      <ul>
        {proof?.rungs.map((rung) => (
          <li key={rung.title} className={classes.rung}>
            <RungMark state={rung.state} />
            <span>{rung.title}</span>
            <span className={classes.detail}>{rung.detail}</span>
          </li>
        ))}
      </ul>
      {fix === undefined ? null : <p className={classes.fix}>{fix}</p>}
    </section>
  )
}

// Only a card has five; the processor needs no test.
function isCard(rungs: number): boolean {
  return rungs === 5
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
