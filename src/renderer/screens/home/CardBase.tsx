import { IconAlertTriangle, IconCheck, IconClock } from '@tabler/icons-react'
import { variantStatus } from '../../../core/panel/chosen-variant'
import type { Variant } from '../../../core/project/project'
import { about } from '../../../core/words/duration'
import { day } from '../../../core/words/when'
import { Icon } from '../../kit/Icon'
import { usePanel } from '../../state/panel-store'
import classes from './VersionCard.module.css'

interface CardBaseProps {
  readonly variant: Variant
  readonly role: 'choosable' | 'chosen' | 'in-use' | 'other'
}

/** The last line of a card: what a start needs, what was proven, or why it cannot run here. */
export function CardBase({ variant, role }: CardBaseProps) {
  const status = usePanel((s) => variantStatus(s, variant.id))
  const airGap = usePanel((s) => s.checks.find((c) => c.check === 'air-gap' && c.variant === variant.id && c.verdict === 'passed'))
  const id = `${variant.id}-base`
  if (!status) return <Base id={id} kind="plain" words="Looking at this version" />
  if (status.blocked !== null) return <Base id={id} kind="blocked" words={status.blocked} />
  if (status.package === null) return <Base id={id} kind="plain" words={`Building takes ${about(status.build.seconds)}, once`} />
  if (role !== 'in-use')
    return <Base id={id} kind="good" words={`Ready ${about(status.start.seconds)} after you press ${role === 'other' ? 'Switch' : 'Start'}`} />
  if (airGap && airGap.digest === status.package.digest) {
    return <Base id={id} kind="good" words={`Works without the internet, checked ${day(airGap.at, Date.now())}`} />
  }
  return <Base id={id} kind="plain" words={`Built ${day(status.package.createdAt, Date.now())}`} />
}

function Base({ id, kind, words }: { readonly id: string; readonly kind: 'good' | 'plain' | 'blocked'; readonly words: string }) {
  const sign = kind === 'good' ? IconCheck : kind === 'blocked' ? IconAlertTriangle : IconClock
  return (
    <div className={`${classes.base} ${kind === 'plain' ? '' : classes[kind]}`} id={id}>
      <Icon of={sign} size={16} />
      {words}
    </div>
  )
}
