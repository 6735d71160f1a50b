import { useEffect, useRef, useState } from 'react'
import type { Build } from '../../../core/build/build'
import { pinnedStep } from '../../../core/build/build-view-steps'
import type { Problem } from '../../../core/failure/failure'
import { buildAgain } from '../../../core/panel/fix-action'
import { ProblemCard } from '../../problem/ProblemCard'
import { usePanel } from '../../state/panel-store'
import { useUi } from '../../state/ui-store'
import { BuildBar } from './BuildBar'
import { BuildNews } from './BuildNews'
import { BuildTop } from './BuildTop'
import { LogPanel } from './LogPanel'
import { Steps } from './Steps'
import classes from './BuildView.module.css'

/** A place in the log that was asked for; `times` tells two wishes for the same step apart. */
export interface Wish {
  readonly step: string
  readonly times: number
}

/** Whether a build is the last one, running or ended, or an earlier one that was asked for. */
export type BuildAge = 'last' | 'earlier'

/** One build: bar on top, steps on the left, log on the right, and a failure in place over the log. */
export function BuildView({ build, age }: { readonly build: Build; readonly age: BuildAge }) {
  const view = useRef<HTMLDivElement>(null)
  const [wish, setWish] = useState<Wish | null>(null)
  const [held, setHeld] = useState<string | null>(null)
  const refusal = useUi((s) => s.refusal)
  const operation = usePanel((s) => s.operation)
  const history = usePanel((s) => s.history)
  const again = buildAgain({ operation, history }, build)
  const problem = build.outcome?.kind === 'failed' ? here(build.outcome.problem) : null
  // Whoever reads earlier lines keeps them when the next step begins.
  const shown = held ?? wish?.step ?? stepToShow(build)
  const choose = (step: string) => {
    setHeld(null)
    setWish((before) => ({ step, times: (before?.times ?? 0) + 1 }))
  }
  // Another build was asked for far below, in the history.
  useEffect(() => {
    view.current?.scrollIntoView({ block: 'start' })
  }, [])
  return (
    <div ref={view} className={classes.view} data-failed={problem !== null || undefined}>
      <BuildTop build={build} age={age} />
      <BuildBar build={build} />
      {age === 'last' ? <BuildNews build={build} /> : null}
      <div className={classes.split}>
        <Steps build={build} shown={shown} onChoose={choose} />
        <div className={classes.right}>
          {problem ? <ProblemCard problem={problem} rank={age === 'last' ? 'first' : 'past'} again={again} /> : null}
          {refusal && age === 'last' ? <ProblemCard problem={refusal} rank="beside" /> : null}
          <LogPanel build={build} age={age} shown={build.steps.find((step) => step.id === shown) ?? null} wish={wish} onHold={setHeld} />
        </div>
      </div>
    </div>
  )
}

// What is shown already is not offered.
function here(problem: Problem): Problem {
  return { ...problem, fixes: problem.fixes.filter((fix) => fix.kind !== 'show-log') }
}

// The failed step explains itself best; otherwise the one that runs, or ran last.
function stepToShow(build: Build): string | null {
  const failed = build.steps.find((step) => step.state === 'failed')
  const last = build.steps
    .filter((step) => step.lastOutputAt !== null)
    .toSorted((a, b) => (b.lastOutputAt ?? 0) - (a.lastOutputAt ?? 0) || (b.startedAt ?? 0) - (a.startedAt ?? 0))[0]
  return (failed ?? pinnedStep(build) ?? last ?? build.steps.at(-1))?.id ?? null
}
