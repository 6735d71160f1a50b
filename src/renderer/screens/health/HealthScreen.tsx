import { healthHeading } from '../../../core/health/health-view'
import { runningVariant } from '../../../core/panel/chosen-variant'
import { Button } from '../../kit/Button'
import { ScreenTop } from '../../kit/ScreenTop'
import { ProblemCard } from '../../problem/ProblemCard'
import { usePanel } from '../../state/panel-store'
import { showMessages, useUi } from '../../state/ui-store'
import { useNow } from '../../state/use-now'
import { usePerform } from '../../state/use-perform'
import { AppMessages } from './AppMessages'
import { DeviceRungs } from './DeviceRungs'
import { Meters } from './Meters'
import { Stairs } from './Stairs'
import { Past } from './Past'
import classes from './HealthScreen.module.css'

/** Whether it is well now and in the last hour, and what proves which device computes. */
export function HealthScreen() {
  const state = usePanel((s) => s)
  const refusal = useUi((s) => s.refusal)
  const now = useNow()
  const perform = usePerform()
  const { title, sentence } = healthHeading(state, now)
  const running = runningVariant(state)
  const sick = state.app.kind === 'not-answering' || state.app.kind === 'crash-loop'
  return (
    <>
      <ScreenTop title={title} sentence={sentence}>
        <Button onClick={() => showMessages(true)}>App messages</Button>
        {sick && running !== null ? (
          <Button
            look="filled"
            onClick={() => perform({ kind: 'restart', variant: running })}
            unavailable={state.operation === null ? undefined : 'Something else is running'}
          >
            Restart
          </Button>
        ) : null}
      </ScreenTop>
      {refusal ? <ProblemCard problem={refusal} rank="beside" /> : null}
      <div className={classes.pair}>
        <Stairs state={state} now={now} />
        <DeviceRungs state={state} now={now} />
      </div>
      <Past hour={state.hour} day={state.day} incidents={state.incidents} now={now} />
      <Meters state={state} now={now} />
      <AppMessages />
    </>
  )
}
