import { IconChevronRight } from '@tabler/icons-react'
import { UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import { Icon, type IconDrawing } from './Icon'
import classes from './Rows.module.css'
import text from './text.module.css'

/** A list of facts divided by lines. */
export function Rows({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <ul className={classes.rows} aria-label={label}>
      {children}
    </ul>
  )
}

interface RowProps {
  readonly icon: IconDrawing
  readonly name: string
  readonly children: ReactNode
  /** A control at the end of the row. */
  readonly end?: ReactNode
  /** Makes the whole row a way to another place. */
  readonly onOpen?: () => void
}

/** One fact: what it is, how it stands, and what can be done about it. */
export function Row({ icon, name, children, end, onOpen }: RowProps) {
  const content = (
    <>
      <Icon of={icon} />
      <span className={classes.name}>{name}</span>
      <span className={classes.value}>{children}</span>
      <span className={classes.end}>{onOpen ? <Icon of={IconChevronRight} size={16} /> : end}</span>
    </>
  )
  if (!onOpen) return <li className={`${classes.row} ${classes.line}`}>{content}</li>
  return (
    <li className={classes.line}>
      <UnstyledButton className={`${classes.row} ${classes.way}`} onClick={onOpen}>
        <span className={text.hidden}>More: </span>
        {content}
      </UnstyledButton>
    </li>
  )
}
