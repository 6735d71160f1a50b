import { Tooltip, UnstyledButton } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { Icon, type IconDrawing } from '../kit/Icon'
import { go, useUi, type Screen } from '../state/ui-store'
import { screenNames } from './screen-names'
import classes from './NavItem.module.css'

interface NavItemProps {
  readonly screen: Screen
  readonly icon: IconDrawing
  /** A short word on what goes on there. */
  readonly tail?: ReactNode
}

/** A destination; in a narrow window its name moves to a tooltip. */
export function NavItem({ screen, icon, tail }: NavItemProps) {
  const here = useUi((s) => s.screen === screen)
  const narrow = useMediaQuery('(max-width: 959px)')
  return (
    <Tooltip label={screenNames[screen]} position="right" disabled={!narrow}>
      <UnstyledButton className={classes.item} aria-current={here ? 'page' : undefined} onClick={() => go(screen)}>
        <Icon of={icon} />
        <span className={classes.name}>{screenNames[screen]}</span>
        {tail === undefined ? null : <span className={classes.tail}>{tail}</span>}
      </UnstyledButton>
    </Tooltip>
  )
}
