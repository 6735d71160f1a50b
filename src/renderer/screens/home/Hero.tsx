import { IconAlertTriangle, IconArrowUpRight, IconCheck, IconPlayerPlay, IconPower, IconX } from '@tabler/icons-react'
import { assertNever } from '../../../core/assert-never'
import type { Action, Mark } from '../../../core/panel/headline-words'
import { Button } from '../../kit/Button'
import { Icon, type IconDrawing } from '../../kit/Icon'
import { Ring } from '../../kit/Ring'
import { useHeadline } from '../../state/use-headline'
import { usePerform } from '../../state/use-perform'
import { AppAddress } from './AppAddress'
import { useFocusKept } from './use-focus-kept'
import classes from './Hero.module.css'

/** The state in one sentence, with the one thing to do next and the quieter ones before it. */
export function Hero() {
  const said = useHeadline()
  const inCard = said.problem !== null && said.primary !== null && said.problem.fixes.some((fix) => fix.label === said.primary?.label)
  const quiet = said.problem !== null && inCard ? [] : [...said.secondary].reverse()
  const title = useFocusKept()
  return (
    <section className={classes.hero} aria-label="State of Facecraft">
      <div className={`${classes.orb} ${classes[said.pill.tone]}`}>
        <Sign mark={said.pill.mark} />
      </div>
      <div className={classes.words}>
        <h2 ref={title} tabIndex={-1} className={classes.title}>
          {said.title}
        </h2>
        <p className={classes.sentence}>
          {said.sentence}
          {said.primary?.deed.kind === 'open' ? <AppAddress /> : null}
        </p>
      </div>
      <div className={classes.actions}>
        {quiet.map((action) => (
          <HeroButton key={action.label} action={action} look="plain" />
        ))}
        {said.primary && !inCard ? <HeroButton action={said.primary} look="filled" /> : null}
      </div>
    </section>
  )
}

function HeroButton({ action, look }: { readonly action: Action; readonly look: 'filled' | 'plain' }) {
  const perform = usePerform()
  const sign = signOf(action)
  return (
    <Button look={look} size="large" unavailable={action.unavailable} onClick={() => perform(action.deed)} {...sign}>
      {action.label}
    </Button>
  )
}

function signOf(action: Action): { readonly before?: IconDrawing; readonly after?: IconDrawing } {
  if (action.deed.kind === 'start') return { before: IconPlayerPlay }
  return action.deed.kind === 'open' ? { after: IconArrowUpRight } : {}
}

function Sign({ mark }: { readonly mark: Mark }) {
  switch (mark) {
    case 'tick':
      return <Icon of={IconCheck} size={26} />
    case 'ring':
      return <Ring size={26} />
    case 'triangle':
      return <Icon of={IconAlertTriangle} size={26} />
    case 'cross':
      return <Icon of={IconX} size={26} />
    case 'dot':
      return <Icon of={IconPower} size={26} />
    default:
      return assertNever(mark)
  }
}
