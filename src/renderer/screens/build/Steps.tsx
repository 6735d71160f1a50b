import { useState } from 'react'
import { assertNever } from '../../../core/assert-never'
import type { Build } from '../../../core/build/build'
import { buildPhases, type Phase } from '../../../core/build/build-view-phases'
import { pinnedStep } from '../../../core/build/build-view-steps'
import { usePanel } from '../../state/panel-store'
import { useNow } from '../../state/use-now'
import { expectationOf } from '../../../core/build/build-view-expected'
import { PhaseRow } from './PhaseRow'
import { PinnedStep } from './PinnedStep'
import { StepRow } from './StepRow'
import classes from './Steps.module.css'

interface StepsProps {
  readonly build: Build
  /** The step whose log is shown. */
  readonly shown: string | null
  readonly onChoose: (step: string) => void
}

/** Phases and their steps; finished phases fold to one row, the running step stays in view as a card. */
export function Steps({ build, shown, onChoose }: StepsProps) {
  const state = usePanel((s) => s)
  const expected = build.endedAt === null ? expectationOf(state, build) : null
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set())
  const now = useNow()
  const pinned = pinnedStep(build)
  const phases = buildPhases(build)
  if (phases.length === 0) return <p className={classes.none}>Docker is reading what is to be built.</p>
  return (
    <ul className={classes.steps} aria-label="Build steps">
      {phases.map((phase) => {
        const open = isOpen(phase) !== turned.has(phase.key)
        return (
          <li key={phase.key} className={classes.phase}>
            <PhaseRow phase={phase} open={open} onTurn={() => setTurned(flip(turned, phase.key))} expected={expected} now={now} />
            <ul className={classes.inside} hidden={!open}>
              {open
                ? phase.steps.map((step) => {
                    const row = { step, expected, now, shown: step.id === shown, onChoose }
                    return step === pinned ? <PinnedStep key={step.id} {...row} /> : <StepRow key={step.id} {...row} />
                  })
                : null}
            </ul>
          </li>
        )
      })}
    </ul>
  )
}

function isOpen(phase: Phase): boolean {
  switch (phase.state) {
    case 'running':
    case 'failed':
    case 'on-hold':
    case 'cancelled':
      return phase.key !== 'setup'
    case 'waiting':
    case 'done':
    case 'reused':
      return false
    default:
      return assertNever(phase.state)
  }
}

function flip(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys)
  if (!next.delete(key)) next.add(key)
  return next
}
