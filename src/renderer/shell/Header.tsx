import { IconHistory, IconSearch } from '@tabler/icons-react'
import { UnstyledButton } from '@mantine/core'
import type { RefObject } from 'react'
import { Icon } from '../kit/Icon'
import { IconButton } from '../kit/IconButton'
import { StatePill } from '../kit/StatePill'
import { headline } from '../../core/panel/headline'
import type { PanelState } from '../../core/panel/panel'
import { useLine } from '../state/panel-store'
import { showActivity, showPalette, useUi } from '../state/ui-store'
import { useTimed } from '../state/use-timed'
import { modifierName } from './modifier'
import { screenNames } from './screen-names'
import classes from './Header.module.css'

/** The name of the screen, how Facecraft is, and the way to everything else. */
export function Header({ title }: { readonly title: RefObject<HTMLHeadingElement | null> }) {
  const screen = useUi((s) => s.screen)
  const { pill, task } = useTimed(pills)
  const line = useLine()
  return (
    <header className={classes.header}>
      <h1 ref={title} tabIndex={-1} className={classes.title}>
        {screenNames[screen]}
      </h1>
      <span className={classes.space} />
      {line === 'broken' ? <span className={classes.old}>Asking again, this may be old</span> : null}
      <StatePill pill={pill} label="State" />
      {task ? <StatePill pill={task} label="Task" /> : null}
      <UnstyledButton className={classes.search} aria-label={`Search actions, ${modifierName} K`} onClick={() => showPalette(true)}>
        <Icon of={IconSearch} size={16} />
        <span className={classes.key}>{modifierName} K</span>
      </UnstyledButton>
      <IconButton icon={IconHistory} label="Activity" onClick={() => showActivity(true)} />
    </header>
  )
}

// Without the sentence, whose clock would draw the header anew each second.
function pills(state: PanelState, now: number) {
  const { pill, task } = headline(state, now)
  return { pill, task }
}
