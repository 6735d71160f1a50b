import { useCallback, useRef, type ReactNode } from 'react'
import terminal from '../terminal/Terminal.module.css'
import text from '../text.module.css'
import type { ShownLog } from './shown-log'
import { useLog, type Log } from './use-log'
import classes from './LogFrame.module.css'

interface LogFrameProps {
  readonly label: string
  readonly shown: ShownLog
  /** What stands where nothing is drawn yet. */
  readonly emptyWords: string
  readonly bar: (log: Log) => ReactNode
  /** What stands below the log, in its frame. */
  readonly foot?: ReactNode
}

/** A log with its bar on top: the terminal, what stands there while it is empty, and its last line for those who cannot see it. */
export function LogFrame({ label, shown, emptyWords, bar, foot }: LogFrameProps) {
  const host = useRef<HTMLDivElement>(null)
  const frame = useRef<HTMLElement>(null)
  const leave = useCallback(() => frame.current?.focus(), [])
  const log = useLog({ label, shown, host, onLeave: leave })
  return (
    <section ref={frame} tabIndex={-1} className={classes.log} aria-label={label}>
      {bar(log)}
      <div className={classes.screen}>
        <div ref={host} className={terminal.host} />
        {log.empty ? <p className={classes.empty}>{emptyWords}</p> : null}
      </div>
      {foot}
      <p className={text.hidden} aria-live="off">
        Last line: {log.lastLine === '' ? 'none yet' : log.lastLine}
      </p>
    </section>
  )
}
