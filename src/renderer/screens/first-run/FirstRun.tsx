import { FacecraftMark } from '../../kit/FacecraftMark'
import { EngineHelp } from './EngineHelp'
import classes from './FirstRun.module.css'

const steps = ['Docker', 'Choose', 'Start']

/** The whole window on the very first run: one question, and nothing to navigate yet. */
export function FirstRun() {
  return (
    <div className={classes.window}>
      <main className={classes.panel}>
        <header className={classes.header}>
          <div className={classes.brand}>
            <FacecraftMark />
            Facecraft
          </div>
          <ol className={classes.steps} aria-label="Steps">
            {steps.map((step, at) => (
              <li key={step} className={classes.step} aria-current={at === 0 ? 'step' : undefined}>
                <span className={classes.number}>{at + 1}</span>
                {step}
              </li>
            ))}
          </ol>
          <div className={classes.balance} />
        </header>
        <EngineHelp place="window" />
      </main>
    </div>
  )
}
