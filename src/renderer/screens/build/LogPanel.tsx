import { useCallback, useEffect, useRef, useState } from 'react'
import type { Build, BuildStep } from '../../../core/build/build'
import { logEmptyWords } from '../../../core/build/build-view-steps'
import { useClient } from '../../state/client-context'
import text from '../../kit/text.module.css'
import type { Wish } from './BuildView'
import { LogBar, type LogMode } from './LogBar'
import { useLog } from './use-log'
import terminal from '../../kit/terminal/Terminal.module.css'
import classes from './LogPanel.module.css'

interface LogPanelProps {
  readonly build: Build
  readonly shown: BuildStep | null
  /** The step that was pressed last, if any. */
  readonly wish: Wish | null
}

/** The raw log, of one step or of everything, that can be searched, followed, copied and saved. */
export function LogPanel({ build, shown, wish }: LogPanelProps) {
  const [mode, setMode] = useState<LogMode>('step')
  const client = useClient()
  const host = useRef<HTMLDivElement>(null)
  const panel = useRef<HTMLElement>(null)
  const leave = useCallback(() => panel.current?.focus(), [])
  const only = mode === 'step' ? (shown?.id ?? null) : null
  const log = useLog({ build: build.id, only, host, onLeave: leave })

  useEffect(() => {
    if (!wish || mode !== 'all') return
    void client.logPlace({ build: build.id, place: { kind: 'step', step: wish.step } }).then((at) => log.view?.toPlace(at))
    // Only a new wish jumps; a changed mode does not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [wish])

  return (
    <section ref={panel} tabIndex={-1} className={classes.log} aria-label="Build log">
      <LogBar build={build} log={log} mode={mode} only={only} onMode={setMode} />
      <div className={classes.screen}>
        <div ref={host} className={terminal.host} />
        {log.empty ? <p className={classes.empty}>{logEmptyWords(mode === 'step' ? shown : null, build)}</p> : null}
      </div>
      <p className={text.hidden} aria-live="off">
        Last line: {log.lastLine === '' ? 'none yet' : log.lastLine}
      </p>
    </section>
  )
}
