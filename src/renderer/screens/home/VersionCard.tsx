import { usesCard } from '../../../core/project/uses-card'
import { IconCpu } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import { versionTitle } from '../../../core/words/version-name'
import type { Variant } from '../../../core/project/project'
import { runningVariant, variantStatus } from '../../../core/panel/chosen-variant'
import { Button } from '../../kit/Button'
import { GraphicsCardIcon } from '../../kit/GraphicsCardIcon'
import { Icon } from '../../kit/Icon'
import { usePanel } from '../../state/panel-store'
import { previewSwitch } from '../../state/ui-store'
import { CardBase } from './CardBase'
import { CardUse } from './CardUse'
import { photoWords, sizeWords } from './card-words'
import classes from './VersionCard.module.css'

interface VersionCardProps {
  readonly variant: Variant
  /** Whether it can be chosen, is chosen, runs, or stands beside the one that runs. */
  readonly role: 'choosable' | 'chosen' | 'in-use' | 'other'
  readonly onChoose?: (id: string) => void
}

/** A version: what does the work, how fast, how big, and what a start needs; one that cannot run says why. */
export function VersionCard({ variant, role, onChoose }: VersionCardProps) {
  const title = usePanel((s) => versionTitle(s, variant.id))
  const status = usePanel((s) => variantStatus(s, variant.id))
  const strong = role === 'chosen' || role === 'in-use'
  const radio = onChoose ? radioProps({ role, id: variant.id, onChoose }) : { role: 'group' }
  return (
    <div className={`${classes.card} ${strong ? classes.strong : ''} ${onChoose ? classes.choice : ''}`}>
      <div className={classes.main} aria-label={title} {...radio}>
        <div className={classes.top}>
          <span className={classes.icon}>
            <Icon of={usesCard(variant.kind) ? GraphicsCardIcon : IconCpu} size={22} />
          </span>
          <div className={classes.names}>
            <h4 className={classes.title}>{title}</h4>
            <div className={classes.hardware}>{status?.hardware ?? 'Looking at the hardware'}</div>
          </div>
          <Corner role={role} id={variant.id} />
        </div>
        <dl className={classes.facts}>
          <div>
            <dt>One photo</dt>
            <dd>{photoWords(status, variant)}</dd>
          </div>
          <div>
            <dt>Size</dt>
            <dd>{sizeWords(status, variant)}</dd>
          </div>
        </dl>
      </div>
      <CardBase variant={variant} role={role} />
    </div>
  )
}

function Corner({ role, id }: { readonly role: VersionCardProps['role']; readonly id: string }) {
  const blocked = usePanel((s) => variantStatus(s, id)?.blocked ?? null)
  const operation = usePanel((s) => s.operation)
  const running = usePanel(runningVariant)
  const lost = usePanel((s) => s.engine.kind !== 'running')
  if (role === 'in-use') return <CardUse id={id} />
  if (role === 'other' && running === null) return null
  if (role === 'other') {
    const unavailable = blocked ?? (lost ? 'Docker does not answer' : operation ? 'Something else is under way' : undefined)
    return (
      <Button size="small" className={classes.corner ?? ''} unavailable={unavailable} label="Switch" onClick={() => previewSwitch(id)}>
        Switch
      </Button>
    )
  }
  return <span className={`${classes.radio} ${role === 'chosen' ? classes.on : ''}`} />
}

function radioProps({ role, id, onChoose }: { role: VersionCardProps['role']; id: string; onChoose: (id: string) => void }) {
  return {
    role: 'radio',
    'aria-checked': role === 'chosen',
    'aria-describedby': `${id}-base`,
    tabIndex: role === 'chosen' ? 0 : -1,
    'data-variant': id,
    onClick: () => onChoose(id),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== ' ' && event.key !== 'Enter') return
      if (event.ctrlKey || event.metaKey) return
      event.preventDefault()
      onChoose(id)
    },
  }
}
