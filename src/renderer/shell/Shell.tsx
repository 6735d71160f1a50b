import { Suspense, useEffect, useRef } from 'react'
import { assertNever } from '../../core/assert-never'
import { HomeScreen } from '../screens/home/HomeScreen'
import { CardDialog } from '../screens/card/CardDialog'
import { SwitchDialog } from '../screens/switch/SwitchDialog'
import { useLine } from '../state/panel-store'
import { useUi, type Screen } from '../state/ui-store'
import { ActivityDrawer } from './Activity'
import { Header } from './Header'
import { fetchScreensWhenIdle, LazyScreen } from './LazyScreen'
import { Palette } from './Palette'
import { Sidebar } from './Sidebar'
import { useShortcuts } from './use-shortcuts'
import classes from './Shell.module.css'

/** The window once there is something to navigate: sidebar, header, and one screen in a panel. */
export function Shell() {
  const screen = useUi((s) => s.screen)
  const line = useLine()
  const title = useRef<HTMLHeadingElement>(null)
  const opened = useRef(screen)
  useShortcuts()
  useEffect(fetchScreensWhenIdle, [])
  useEffect(() => {
    if (opened.current !== screen) title.current?.focus()
    opened.current = screen
  }, [screen])
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#content" onClick={(event) => (event.preventDefault(), title.current?.focus())}>
        Skip to the content
      </a>
      <Sidebar />
      <main className={classes.panel}>
        <Header title={title} />
        <div id="content" key={screen} className={`${classes.body} ${line === 'broken' ? classes.old : ''}`} aria-busy={line === 'broken'}>
          <div className={classes.screen}>
            <Suspense>
              <ScreenOf screen={screen} />
            </Suspense>
          </div>
        </div>
      </main>
      <Palette />
      <ActivityDrawer />
      <SwitchDialog />
      <CardDialog />
    </div>
  )
}

function ScreenOf({ screen }: { readonly screen: Screen }) {
  switch (screen) {
    case 'home':
      return <HomeScreen />
    case 'build':
    case 'checks':
    case 'health':
    case 'settings':
      return <LazyScreen screen={screen} />
    default:
      return assertNever(screen)
  }
}
