import { IconHeartbeat, IconHome, IconListCheck, IconPackage, IconSettings } from '@tabler/icons-react'
import { Tooltip } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { size } from '../../core/words/size'
import { FacecraftMark } from '../kit/FacecraftMark'
import { usePanel } from '../state/panel-store'
import { BuildTail } from './BuildTail'
import { ChecksTail } from './ChecksTail'
import { NavItem } from './NavItem'
import { engineWords } from './engine-words'
import classes from './Sidebar.module.css'

/** The destinations, and at the foot how Docker is and how much space is left where it stores. */
export function Sidebar() {
  return (
    <aside className={classes.side}>
      <div className={classes.brand}>
        <FacecraftMark />
        <span className={classes.name}>Facecraft</span>
      </div>
      <nav className={classes.nav} aria-label="Main">
        <NavItem screen="home" icon={IconHome} />
        <NavItem screen="build" icon={IconPackage} tail={<BuildTail />} />
        <NavItem screen="checks" icon={IconListCheck} tail={<ChecksTail />} />
        <NavItem screen="health" icon={IconHeartbeat} />
      </nav>
      <div className={classes.foot}>
        <EngineFoot />
        <nav className={classes.nav} aria-label="Settings">
          <NavItem screen="settings" icon={IconSettings} />
        </nav>
      </div>
    </aside>
  )
}

function EngineFoot() {
  const engine = usePanel((s) => s.engine)
  const { words, dot } = engineWords(engine)
  const narrow = useMediaQuery('(max-width: 959px)')
  const free = engine.kind === 'running' && engine.freeBytes !== null ? `${size(engine.freeBytes)} of space left` : null
  return (
    <Tooltip label={free === null ? words : `${words}, ${free}`} position="right" disabled={!narrow}>
      <div className={classes.engine}>
        <span className={`${classes.dot} ${classes[dot]}`} />
        <span className={classes.engineWords}>
          {words}
          {free === null ? null : <span className={classes.free}>{free}</span>}
        </span>
      </div>
    </Tooltip>
  )
}
