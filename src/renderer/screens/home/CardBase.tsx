import { IconAlertTriangle, IconCheck, IconClock } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { variantStatus } from '../../../core/panel/chosen-variant'
import type { Variant } from '../../../core/project/project'
import { about } from '../../../core/words/duration'
import { day } from '../../../core/words/when'
import { versionName } from '../../../core/words/version-name'
import { Button } from '../../kit/Button'
import { Icon } from '../../kit/Icon'
import { usePanel } from '../../state/panel-store'
import { explainCard } from '../../state/ui-store'
import { lackWords } from './card-words'
import classes from './VersionCard.module.css'

interface CardBaseProps {
  readonly variant: Variant
  readonly role: 'choosable' | 'chosen' | 'in-use' | 'other'
}

/** The last line of a card: what a start needs, what was proven, or why it cannot run here. */
export function CardBase({ variant, role }: CardBaseProps) {
  const status = usePanel((s) => variantStatus(s, variant.id))
  const airGap = usePanel((s) => s.checks.find((c) => c.check === 'air-gap' && c.variant === variant.id && c.verdict === 'passed'))
  const name = usePanel((s) => versionName(s, variant.id))
  const lack = usePanel((s) => lackWords(s.engine, variantStatus(s, variant.id), variant))
  const id = `${variant.id}-base`
  if (!status) return <Base id={id} kind="plain" words="Looking at this version" />
  if (status.blocked !== null) {
    return (
      <Base id={id} kind="blocked" words={status.blocked}>
        {status.card ? (
          <Button size="small" label={`Show me how to use the ${name}`} onClick={() => explainCard(variant.id)}>
            Show me how
          </Button>
        ) : null}
      </Base>
    )
  }
  if (lack !== null && role !== 'in-use') return <Base id={id} kind="blocked" words={lack} />
  if (status.package === null) return <Base id={id} kind="plain" words={`Building takes ${about(status.build.seconds)}, once`} />
  if (role !== 'in-use')
    return <Base id={id} kind="good" words={`Ready ${about(status.start.seconds)} after you press ${role === 'other' ? 'Switch' : 'Start'}`} />
  if (airGap && airGap.digest === status.package.digest) {
    return <Base id={id} kind="good" words={`Works without the internet, checked ${day(airGap.at, Date.now())}`} />
  }
  return <Base id={id} kind="plain" words={`Built ${day(status.package.createdAt, Date.now())}`} />
}

interface BaseProps {
  readonly id: string
  readonly kind: 'good' | 'plain' | 'blocked'
  readonly words: string
  readonly children?: ReactNode
}

function Base({ id, kind, words, children }: BaseProps) {
  const sign = kind === 'good' ? IconCheck : kind === 'blocked' ? IconAlertTriangle : IconClock
  return (
    <div className={`${classes.base} ${kind === 'plain' ? '' : classes[kind]}`}>
      <Icon of={sign} size={16} />
      <span id={id}>{words}</span>
      {children}
    </div>
  )
}
