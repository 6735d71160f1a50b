import { needsDocker } from '../../../core/panel/first-run'
import { headline } from '../../../core/panel/headline'
import { isNoticeBeside } from '../../../core/panel/headline-notice'
import type { PanelState } from '../../../core/panel/panel'
import { ProblemCard } from '../../problem/ProblemCard'
import { useClient } from '../../state/client-context'
import { usePanel } from '../../state/panel-store'
import { refuse, useUi } from '../../state/ui-store'
import { useAfter } from '../../state/use-after'
import { useTimed } from '../../state/use-timed'
import { EngineHelp } from '../first-run/EngineHelp'
import { CardsToCome } from './CardsToCome'
import { FactRows } from './FactRows'
import { Hero } from './Hero'
import { TryIt } from './TryIt'
import { VersionCards } from './VersionCards'
import classes from './HomeScreen.module.css'

/** Tells whether Facecraft runs and on what, and offers the one thing to do next. */
export function HomeScreen() {
  const docker = usePanel(needsDocker)
  if (docker) return <EngineHelp place="shell" />
  return <Home />
}

function Home() {
  const client = useClient()
  const problem = useTimed(problemOf)
  const beside = usePanel(isNoticeBeside)
  const usable = usePanel((s) => s.project.kind === 'usable')
  const answers = usePanel((s) => s.engine.kind === 'running' && (s.app.kind === 'ready' || s.app.kind === 'wrong-device'))
  const looking = usePanel((s) => s.engine.kind === 'searching' || s.project.kind === 'reading' || s.app.kind === 'unknown')
  const patient = useAfter(300)
  const refusal = useUi((s) => s.refusal)
  const dismiss = beside && problem ? { onDismiss: () => void client.dismissNotice() } : {}
  if (looking && !patient) return null
  return (
    <>
      <Hero />
      {problem ? (
        <div className={classes.problem}>
          <ProblemCard problem={problem} rank={beside ? 'beside' : 'first'} {...dismiss} />
        </div>
      ) : null}
      {refusal ? (
        <div className={classes.problem}>
          <ProblemCard problem={refusal} rank="beside" onDismiss={() => refuse(null)} />
        </div>
      ) : null}
      {usable ? <VersionCards /> : null}
      {looking && !usable ? <CardsToCome /> : null}
      {answers ? <TryIt /> : null}
      {usable ? <FactRows /> : null}
    </>
  )
}

// Without the sentence, whose clock would draw the whole screen anew each second.
function problemOf(state: PanelState, now: number) {
  return headline(state, now).problem
}
