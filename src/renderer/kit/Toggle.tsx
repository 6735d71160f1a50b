import { UnstyledButton } from '@mantine/core'
import classes from './Toggle.module.css'

interface ToggleProps {
  readonly on: boolean
  readonly label: string
  readonly onChange: (on: boolean) => void
}

/** An on-off switch; the words beside it are repeated in its label. */
export function Toggle({ on, label, onChange }: ToggleProps) {
  return (
    <UnstyledButton className={classes.target} role="switch" aria-checked={on} aria-label={label} onClick={() => onChange(!on)}>
      <span className={classes.track} />
    </UnstyledButton>
  )
}
