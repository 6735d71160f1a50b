import { Tooltip, UnstyledButton } from '@mantine/core'
import { Icon, type IconDrawing } from './Icon'
import classes from './IconButton.module.css'

interface IconButtonProps {
  readonly icon: IconDrawing
  readonly label: string
  readonly onClick: () => void
  readonly size?: 16 | 18
}

/** A button that is only an icon; its name shows on hover and focus. */
export function IconButton({ icon, label, onClick, size = 18 }: IconButtonProps) {
  return (
    <Tooltip label={label}>
      <UnstyledButton className={classes.button} aria-label={label} onClick={onClick}>
        <Icon of={icon} size={size} />
      </UnstyledButton>
    </Tooltip>
  )
}
