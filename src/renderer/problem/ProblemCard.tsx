import { IconAlertTriangle, IconCircleX } from '@tabler/icons-react'
import { useId, useState } from 'react'
import type { Problem } from '../../core/failure/failure'
import { problemTone } from '../../core/panel/problem-sign'
import { fixAction } from '../../core/panel/fix-action'
import type { Action, Deed } from '../../core/panel/headline-words'
import { Button } from '../kit/Button'
import { CopyButton } from '../kit/CopyButton'
import { DetailsToggle } from '../kit/DetailsToggle'
import { Icon } from '../kit/Icon'
import { usePanel } from '../state/panel-store'
import { useUi } from '../state/ui-store'
import { usePerform } from '../state/use-perform'
import classes from './ProblemCard.module.css'

interface ProblemCardProps {
  readonly problem: Problem
  /** Whether the first fix is the one thing to do on this screen, stands behind another button, or is past and nothing is offered. */
  readonly rank?: 'first' | 'beside' | 'past'
  /** What trying again does, where that is not what was done last. */
  readonly again?: Deed
  /** Offers to put the problem away. */
  readonly onDismiss?: () => void
}

/** What went wrong, in place: what happened, why, what to do, what was not lost, and the raw lines on demand. */
export function ProblemCard({ problem, rank = 'first', again, onDismiss }: ProblemCardProps) {
  const fixes = useFixes(problem, again)
  const actions = rank === 'past' ? [] : fixes
  const tone = problemTone(problem)
  const perform = usePerform()
  const title = useId()
  return (
    <section className={`${classes.card} ${tone === 'warn' ? classes.warn : ''}`} role={rank === 'past' ? undefined : 'alert'} aria-labelledby={title}>
      <h3 id={title} className={classes.title}>
        <Icon of={tone === 'warn' ? IconAlertTriangle : IconCircleX} />
        {problem.title}
      </h3>
      {problem.why === '' ? null : (
        <p className={classes.words}>
          <b>Why:</b> {problem.why}
        </p>
      )}
      {problem.notLost === '' ? null : (
        <p className={classes.words}>
          <b>Not lost:</b> {problem.notLost}
        </p>
      )}
      <div className={classes.actions}>
        {actions.map((action, at) => (
          <Button key={action.label} look={at === 0 && rank === 'first' ? 'filled' : 'plain'} onClick={() => perform(action.deed)}>
            {action.label}
          </Button>
        ))}
        {onDismiss ? (
          <Button look={actions.length === 0 ? 'plain' : 'quiet'} onClick={onDismiss}>
            Dismiss
          </Button>
        ) : null}
      </div>
      {problem.evidence.length > 0 ? <Evidence lines={problem.evidence} open={problem.failure.kind === 'unknown'} /> : null}
    </section>
  )
}

// Trying again after a refusal asks for the very thing that was refused, not for what was done before it.
function useFixes(problem: Problem, again: Deed | undefined): readonly Action[] {
  const state = usePanel((s) => s)
  const isRefusal = useUi((s) => s.refusal === problem)
  const refused = useUi((s) => s.refused)
  return problem.fixes.flatMap((fix) => {
    if (!isRefusal || fix.kind !== 'try-again') return fixAction(state, fix, again)
    return refused ? { label: fix.label, deed: refused } : []
  })
}

function Evidence({ lines, open }: { readonly lines: readonly string[]; readonly open: boolean }) {
  const [shown, setShown] = useState(open)
  const id = useId()
  return (
    <div className={classes.evidence}>
      <div className={classes.bar}>
        <DetailsToggle shown={shown} onChange={setShown} controls={id} />
        {shown ? <CopyButton text={lines.join('\n')} label="Copy the details" /> : null}
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- long lines have to be scrolled by keys too */}
      <pre id={id} className={classes.lines} hidden={!shown} tabIndex={0}>
        {lines.join('\n')}
      </pre>
    </div>
  )
}
