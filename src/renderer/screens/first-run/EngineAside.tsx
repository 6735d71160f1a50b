import type { EngineState } from '../../../core/engine/engine'
import type { Step } from '../../../core/card/steps'
import { Steps } from '../../kit/Steps'
import { dockerFacts } from './docker-facts'
import { accessSteps, composeSteps, startSteps } from './engine-steps'
import type { Platform } from './platform'
import classes from './EngineAside.module.css'

/** Beside the words: what Docker brings with it, or the steps to take, each with what it changes. */
export function EngineAside({ engine, on }: { readonly engine: EngineState; readonly on: Platform }) {
  switch (engine.kind) {
    case 'missing':
      return <Facts on={on} />
    case 'off':
      return engine.canStart ? <WhatStartingDoes /> : <StepCard title="How to start it" steps={startSteps[on]} />
    case 'forbidden':
      return (
        <StepCard title="Give me access" steps={accessSteps} note='Members of the group "docker" can control this computer. Add only accounts you trust.' />
      )
    case 'no-compose':
      return <StepCard title="Add the missing part" steps={composeSteps[on]} />
    default:
      return null
  }
}

function Facts({ on }: { readonly on: Platform }) {
  return <FactCard title={dockerFacts[on].title} facts={dockerFacts[on].facts} />
}

function WhatStartingDoes() {
  return (
    <FactCard
      title="What starting Docker does"
      facts={[
        ['Takes', 'About 30 s'],
        ['Needs', 'Some memory while it runs'],
        ['Changes', 'Nothing else: photos and settings stay as they are'],
        ['Undo', "Quit it from Docker's own menu"],
      ]}
    />
  )
}

function FactCard({ title, facts }: { readonly title: string; readonly facts: readonly (readonly [string, string])[] }) {
  return (
    <section className={classes.card} aria-label={title}>
      <h2 className={classes.title}>{title}</h2>
      <dl>
        {facts.map(([name, words]) => (
          <div key={name} className={classes.fact}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function StepCard({ title, steps, note }: { readonly title: string; readonly steps: readonly Step[]; readonly note?: string }) {
  return (
    <section className={classes.card} aria-label={title}>
      <h2 className={classes.title}>{title}</h2>
      <div className={classes.steps}>
        <Steps steps={steps} />
      </div>
      {note === undefined ? null : <p className={classes.note}>{note}</p>}
    </section>
  )
}
