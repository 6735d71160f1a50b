import { Drawer } from '@mantine/core'
import { activityEntry } from './activity-words'
import { Mark } from '../kit/Mark'
import { usePanel } from '../state/panel-store'
import { showActivity, useUi } from '../state/ui-store'
import { useNow } from '../state/use-now'
import classes from './Activity.module.css'

/** Everything done, newest first: what, how it ended, when, and how long it took. */
export function ActivityDrawer() {
  const open = useUi((s) => s.activity)
  return (
    <Drawer
      opened={open}
      onClose={() => showActivity(false)}
      position="right"
      size={400}
      title="Activity"
      closeButtonProps={{ 'aria-label': 'Close' }}
      classNames={{ title: classes.title ?? '', overlay: classes.overlay ?? '' }}
    >
      <Entries />
    </Drawer>
  )
}

// A part of its own: the drawer draws it only while it is open.
function Entries() {
  const state = usePanel((s) => s)
  const now = useNow(10_000)
  const all = [...(state.operation ? [state.operation] : []), ...state.history]
  return (
    <>
      {all.length === 0 ? <p className={classes.none}>Nothing happened yet</p> : null}
      <ol>
        {all.map((operation) => {
          const entry = activityEntry(state, operation, now)
          return (
            <li key={operation.id} className={classes.entry}>
              <span className={classes.mark}>
                <Mark shape={entry.mark} tone={entry.tone} size={16} />
              </span>
              <span className={classes.words}>
                <span className={classes.what}>{entry.what}</span>
                <span className={classes.how}>{entry.how}</span>
              </span>
              <span className={classes.when}>
                {entry.when}
                <span className={classes.took}>{entry.took}</span>
              </span>
            </li>
          )
        })}
      </ol>
    </>
  )
}
