import { headline } from '../../../core/panel/headline'
import { usePanel } from '../../state/panel-store'
import { useNow } from '../../state/use-now'
import { EngineActions } from './EngineActions'
import { EngineAside } from './EngineAside'
import { WhereWeLooked } from './WhereWeLooked'
import { platform } from './platform'
import classes from './EngineHelp.module.css'

/** What stands between a person and Docker, what to do about it, and where we looked. */
export function EngineHelp({ place }: { readonly place: 'window' | 'shell' }) {
  const state = usePanel((s) => s)
  const now = useNow()
  const said = headline(state, now)
  const { engine } = state
  const Title = place === 'window' ? 'h1' : 'h2'
  return (
    <div className={`${classes.help} ${place === 'shell' ? classes.inShell : ''} ${engine.kind === 'starting' ? classes.alone : ''}`}>
      <section aria-label="Docker">
        <Title className={classes.title} tabIndex={-1}>
          {said.title}
        </Title>
        <p className={classes.lead} role="status">
          {said.sentence}
        </p>
        <EngineActions engine={engine} />
        {'looked' in engine ? <WhereWeLooked looked={engine.looked} at={engine.at} now={now} /> : null}
      </section>
      <EngineAside engine={engine} on={platform()} />
    </div>
  )
}
