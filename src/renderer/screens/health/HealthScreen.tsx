import { dockersWord, healthHeading } from '../../../core/health/health-view'
import { runningVariant } from '../../../core/panel/chosen-variant'
import type { Action } from '../../../core/panel/headline-words'
import { lastGood } from '../../../core/panel/last-good'
import type { PanelState } from '../../../core/panel/panel'
import { Button } from '../../kit/Button'
import { ScreenTop } from '../../kit/ScreenTop'
import { ProblemCard } from '../../problem/ProblemCard'
import { useClient } from '../../state/client-context'
import { usePanel } from '../../state/panel-store'
import { refuse, showMessages, useUi } from '../../state/ui-store'
import { usePerform } from '../../state/use-perform'
import { useTimed } from '../../state/use-timed'
import { AppMessages } from './AppMessages'
import { DeviceRungs } from './DeviceRungs'
import { Meters } from './Meters'
import { Stairs } from './Stairs'
import { Past } from './Past'
import { useMeasuring } from './use-live-usage'
import classes from './HealthScreen.module.css'

/** Whether it is well now and in the last hour, and what proves which device computes. */
export function HealthScreen() {
  const refusal = useUi((s) => s.refusal)
  useMeasuring(useClient())
  return (
    <>
      <Top />
      {refusal ? (
        <div className={classes.problem}>
          <ProblemCard problem={refusal} rank="beside" onDismiss={() => refuse(null)} />
        </div>
      ) : null}
      <div className={classes.pair}>
        <Stairs />
        <DeviceRungs />
      </div>
      <Past />
      <DockersWord />
      <Meters />
      <AppMessages />
    </>
  )
}

function Top() {
  const perform = usePerform()
  const { title, sentence } = useTimed(healthHeading)
  const running = usePanel(runningVariant)
  const sick = usePanel((s) => ['not-answering', 'crash-loop', 'wrong-device'].includes(s.app.kind))
  const good = useTimed(offered)
  const busy = usePanel((s) => s.operation !== null)
  return (
    <ScreenTop title={title} sentence={sentence}>
      <Button onClick={() => showMessages(true)}>App messages</Button>
      {good.map((action) => (
        <Button key={action.label} onClick={() => perform(action.deed)} unavailable={busy ? 'Something else is running' : undefined}>
          {action.label}
        </Button>
      ))}
      {sick && running !== null ? (
        <Button look="filled" onClick={() => perform({ kind: 'restart', variant: running })} unavailable={busy ? 'Something else is running' : undefined}>
          Restart
        </Button>
      ) : null}
    </ScreenTop>
  )
}

function offered(state: PanelState): readonly Action[] {
  return state.app.kind === 'crash-loop' ? lastGood(state, state.app.variant) : []
}

function DockersWord() {
  const word = usePanel(dockersWord)
  return word === null ? null : <p className={classes.docker}>{word}</p>
}
