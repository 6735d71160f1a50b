import { IconAlertTriangle, IconTerminal2 } from '@tabler/icons-react'
import { useState } from 'react'
import { Button } from '../../kit/Button'
import { CopyButton } from '../../kit/CopyButton'
import { Icon } from '../../kit/Icon'
import { useClient } from '../../state/client-context'
import { refuse } from '../../state/ui-store'
import { Lanes } from './Lanes'
import type { SwitchPlan } from './switch-plan'
import classes from './SwitchDialog.module.css'

interface SwitchPreviewProps {
  readonly plan: SwitchPlan
  readonly target: string
  readonly busy: boolean
  readonly onClose: () => void
}

/** The words and lanes of the preview, and the buttons that agree or leave all as it is. */
export function SwitchPreview({ plan, target, busy, onClose }: SwitchPreviewProps) {
  const client = useClient()
  const [shown, setShown] = useState(false)
  const possible = plan.blocked === null
  const agree = () => {
    onClose()
    void client.switchTo({ variant: target }).then((answer) => answer.kind === 'refused' && refuse(answer.problem))
  }
  return (
    <>
      <div className={classes.top}>
        <h2>{plan.title}</h2>
        <p>{plan.sentence}</p>
      </div>
      {possible ? <Plan plan={plan} /> : null}
      {shown ? <Commands lines={plan.commands} /> : null}
      <div className={classes.foot}>
        {possible ? (
          <Button look="quiet" before={IconTerminal2} onClick={() => setShown(!shown)} className={classes.commandsButton ?? ''}>
            {shown ? 'Hide the commands' : 'Show the commands'}
          </Button>
        ) : null}
        <span className={classes.space} />
        <span className={classes.buttons} ref={(group) => focusFirst(group, plan)}>
          <Button onClick={onClose}>{possible ? 'Cancel' : 'Close'}</Button>
          {possible ? (
            <Button look="filled" onClick={agree} unavailable={busy ? 'Something else is running' : undefined}>
              {plan.button}
            </Button>
          ) : null}
        </span>
      </div>
    </>
  )
}

function Plan({ plan }: { readonly plan: SwitchPlan }) {
  return (
    <>
      <Lanes plan={plan} />
      <dl className={classes.facts}>
        {plan.facts.map((fact) => (
          <div key={fact.name}>
            <dt>{fact.name}</dt>
            <dd className={fact.short ? classes.short : ''}>
              {fact.short ? <Icon of={IconAlertTriangle} size={16} /> : null}
              {fact.words}
            </dd>
          </div>
        ))}
      </dl>
      {plan.photos === null ? null : (
        <p className={classes.note}>
          <Icon of={IconAlertTriangle} size={16} />
          <span>{plan.photos}</span>
        </p>
      )}
    </>
  )
}

function Commands({ lines }: { readonly lines: readonly string[] }) {
  return (
    <div className={classes.commands}>
      <pre tabIndex={0} aria-label="Commands">
        {lines.join('\n')}
      </pre>
      <CopyButton text={lines.join('\n')} label="Copy the commands" />
    </div>
  )
}

// Where photos could be lost the safe button has the focus first, otherwise the one that was asked for.
function focusFirst(group: HTMLElement | null, plan: SwitchPlan): void {
  const [safe, agree] = group?.querySelectorAll('button') ?? []
  const first = plan.photos === null ? (agree ?? safe) : safe
  first?.setAttribute('data-autofocus', '')
}
