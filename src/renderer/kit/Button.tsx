import { Tooltip, UnstyledButton } from '@mantine/core'
import { useId, type ReactNode } from 'react'
import { Icon, type IconDrawing } from './Icon'
import classes from './Button.module.css'

interface ButtonProps {
  readonly children: ReactNode
  readonly onClick: () => void
  /** Filled is the one thing to do next; plain is a hairline; quiet is text. */
  readonly look?: 'filled' | 'plain' | 'quiet'
  readonly size?: 'large' | 'medium' | 'small'
  readonly before?: IconDrawing
  readonly after?: IconDrawing
  /** Why it cannot be pressed now; the button stays focusable and says so. */
  readonly unavailable?: string | undefined
  readonly label?: string
  readonly className?: string
}

/** Every button with words. */
export function Button({ look = 'plain', size = 'medium', unavailable, before, after, ...rest }: ButtonProps) {
  const reason = useId()
  const off = unavailable !== undefined
  const button = (
    <UnstyledButton
      className={`${classes.button} ${classes[look]} ${classes[size]} ${rest.className ?? ''}`}
      onClick={off ? undefined : rest.onClick}
      aria-disabled={off || undefined}
      aria-describedby={off ? reason : undefined}
      aria-label={rest.label}
    >
      {before === undefined ? null : <Icon of={before} size={size === 'small' ? 14 : 16} />}
      {rest.children}
      {after === undefined ? null : <Icon of={after} size={size === 'small' ? 14 : 16} />}
    </UnstyledButton>
  )
  if (!off) return button
  return (
    <>
      <Tooltip label={unavailable}>{button}</Tooltip>
      <span id={reason} hidden>
        {unavailable}
      </span>
    </>
  )
}
