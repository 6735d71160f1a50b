import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { Icon } from './Icon'
import classes from './DetailsToggle.module.css'

interface DetailsToggleProps {
  readonly shown: boolean
  readonly onChange: (shown: boolean) => void
  /** The id of what it shows and hides, where that is one element. */
  readonly controls?: string
}

/** Shows and hides the details of what stands beside it. */
export function DetailsToggle({ shown, onChange, controls }: DetailsToggleProps) {
  return (
    <button type="button" className={classes.fold} aria-expanded={shown} aria-controls={controls} onClick={() => onChange(!shown)}>
      <Icon of={shown ? IconChevronDown : IconChevronRight} size={14} />
      {shown ? 'Details' : 'Show the details'}
    </button>
  )
}
