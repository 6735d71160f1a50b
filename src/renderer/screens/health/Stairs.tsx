import { startWords, stairViews } from '../../../core/health/health-view-stairs'
import type { PanelState } from '../../../core/panel/panel'
import { useTimed } from '../../state/use-timed'
import section from './HealthScreen.module.css'
import classes from './Stairs.module.css'

/** The steps of the last start, each from the one before to itself, beside the usual time. */
export function Stairs() {
  const { views, words, starting } = useTimed(shown)
  const known = views.some((view) => view.usual !== null)
  return (
    <section className={section.section} aria-labelledby="stairs">
      <div className={section.heading}>
        <h3 id="stairs">{starting ? 'This start' : 'Last start'}</h3>
        <span className={section.beside}>{words}</span>
        {known ? (
          <span className={section.key}>
            <i />
            usual
          </span>
        ) : null}
      </div>
      {views.length === 0 ? <p className={section.none}>No start was watched yet.</p> : null}
      <ol aria-label="Steps of the start">
        {views.map((view) => (
          <li key={view.name} className={classes.stair} data-state={view.state}>
            <span className={classes.name}>{view.title}</span>
            <span className={classes.track}>
              {view.state === 'open' ? null : <i style={{ left: `${view.from * 100}%`, width: `${(view.to - view.from) * 100}%` }} />}
              {view.usual === null ? null : <u style={{ left: `${view.usual * 100}%` }} />}
            </span>
            <span className={classes.value}>{view.words}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function shown({ stairs, app }: PanelState, now: number) {
  return { views: stairViews(stairs, app, now), words: startWords(stairs), starting: app.kind === 'starting' || app.kind === 'loading' }
}
