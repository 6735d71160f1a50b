import { IconAlertTriangle, IconCheck, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { CardLook } from '../../../core/card/card'
import { changesBetween } from '../../../core/card/looked'
import { cardHelp } from '../../../core/card/steps'
import { faultWords } from '../../../core/card/card-words'
import { when } from '../../../core/words/when'
import { Button } from '../../kit/Button'
import { Icon } from '../../kit/Icon'
import { Steps } from '../../kit/Steps'
import { useClient } from '../../state/client-context'
import { useNow } from '../../state/use-now'
import { usePerform } from '../../state/use-perform'
import classes from './CardDialog.module.css'

interface CardStepsProps {
  readonly id: string
  readonly title: string
  readonly look: CardLook
  readonly onClose: () => void
}

/** The reason, the steps for this system, what was looked at, and "Check again" with what it found. */
export function CardSteps({ id, title, look, onClose }: CardStepsProps) {
  const [checked, setChecked] = useState<readonly string[] | null>(null)
  const blocked = look.verdict.kind === 'blocked'
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- long steps have to be scrolled by keys too */}
      <div className={classes.scroll} tabIndex={0} role="group" aria-label={title}>
        <h2 className={classes.title}>{title}</h2>
        {blocked ? <Reason look={look} /> : <p className={classes.why}>Everything it needs is here. It can be built and started now.</p>}
        <Seen look={look} />
      </div>
      <div className={classes.foot}>
        <p className={classes.news} role="status">
          {checked === null ? '' : checkedWords(checked, look)}
        </p>
        <span className={classes.buttons} ref={(group) => group?.querySelector('button')?.setAttribute('data-autofocus', '')}>
          <CheckAgain id={id} look={look} isFirst={blocked} onChecked={setChecked} />
          <Button look={blocked ? 'plain' : 'filled'} onClick={onClose}>
            Close
          </Button>
        </span>
      </div>
    </>
  )
}

function Reason({ look }: { readonly look: CardLook }) {
  const perform = usePerform()
  if (look.verdict.kind !== 'blocked') return null
  const { why, steps, note } = cardHelp(look.verdict.fault, look.system)
  return (
    <>
      <p className={classes.fault}>
        <Icon of={IconAlertTriangle} size={16} />
        {faultWords(look.verdict.fault)}
      </p>
      <p className={classes.why}>{why}</p>
      {steps.length === 0 ? null : (
        <>
          <h3 className={classes.label}>On {look.system.name}</h3>
          <Steps steps={steps} onOpen={(link) => perform({ kind: 'open', link })} />
        </>
      )}
      {note === undefined ? null : <p className={classes.note}>{note}</p>}
    </>
  )
}

function Seen({ look }: { readonly look: CardLook }) {
  const now = useNow()
  return (
    <>
      <h3 className={classes.label} id="card-looked">
        What we looked at, {when(look.at, now)}
      </h3>
      <ul className={classes.looked} aria-labelledby="card-looked">
        {look.looked.map(({ what, where, found, ok }) => (
          <li key={what} title={where}>
            <Icon of={ok ? IconCheck : IconX} size={14} />
            <span>{what}</span>
            <span>{found}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

interface CheckAgainProps {
  readonly id: string
  readonly look: CardLook
  readonly isFirst: boolean
  readonly onChecked: (changes: readonly string[]) => void
}

function CheckAgain({ id, look, isFirst, onChecked }: CheckAgainProps) {
  const client = useClient()
  const [looking, setLooking] = useState(false)
  const check = () => {
    setLooking(true)
    void client
      .checkCard({ variant: id })
      .then((after) => after && onChecked(changesBetween(look, after)))
      .finally(() => setLooking(false))
  }
  return (
    <Button look={isFirst ? 'filled' : 'plain'} onClick={check} {...(looking ? { unavailable: 'Looking now' } : {})}>
      {looking ? 'Looking' : 'Check again'}
    </Button>
  )
}

function checkedWords(changes: readonly string[], look: CardLook): string {
  if (changes.length > 0) return `Changed: ${changes.join('; ')}.`
  return look.verdict.kind === 'blocked' ? 'Looked again: nothing changed.' : 'Looked again: all is well.'
}
