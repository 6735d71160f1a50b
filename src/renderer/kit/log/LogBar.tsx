import { IconArrowDown, IconCheck, IconCopy, IconDownload, IconPlayerPause, IconX } from '@tabler/icons-react'
import { useEffect, useState, type ReactNode } from 'react'
import { hourAndMinute } from '../../../core/words/when'
import { useClient } from '../../state/client-context'
import { Icon } from '../Icon'
import { IconButton } from '../IconButton'
import { FindBox } from './FindBox'
import type { ShownLog } from './shown-log'
import { useFind } from './use-find'
import type { Log } from './use-log'
import { useLogKeys } from './use-log-keys'
import { useSave } from './use-save'
import classes from './LogBar.module.css'

interface LogBarProps {
  readonly log: Log
  readonly shown: ShownLog
  /** When it ended, or null while lines may still come. */
  readonly endedAt: number | null
  /** Says what to show of the log. */
  readonly children: ReactNode
}

/** The controls of a log: what to show, find, follow, copy, save. */
export function LogBar({ log, shown, endedAt, children }: LogBarProps) {
  const client = useClient()
  const [done, setDone] = useState('')
  const find = useFind(shown, log)
  useEffect(() => {
    const timer = setTimeout(() => setDone(''), 6000)
    return () => clearTimeout(timer)
  }, [done])
  const copy = async () => {
    await client.copy({ text: log.terminal?.copyable() ?? '' })
    setDone('Copied')
  }
  const save = useSave(shown, setDone)
  useLogKeys({ save: save.begin, toEnd: () => log.view?.toEnd() })
  return (
    <>
      <div className={classes.bar}>
        {children}
        <FindBox find={find} />
        {save.share === null ? null : <Saving share={save.share} onStop={save.stop} />}
        {done === '' && save.share === null ? <Follow endedAt={endedAt} log={log} /> : null}
        <span className={done === '' ? classes.silent : classes.state} role="status">
          {done}
        </span>
        <IconButton icon={done === 'Copied' ? IconCheck : IconCopy} label="Copy the selection or the log" onClick={() => void copy()} size={16} />
        <IconButton icon={done === 'Saved' ? IconCheck : IconDownload} label="Save the whole log" onClick={save.begin} size={16} />
      </div>
      {find.finding.kind === 'bad' ? (
        <p className={classes.bad} role="status">
          {find.finding.why}
        </p>
      ) : null}
    </>
  )
}

function Saving({ share, onStop }: { readonly share: number; readonly onStop: () => void }) {
  return (
    <>
      <span className={classes.state}>Saving {Math.floor(share * 100)} %</span>
      <IconButton icon={IconX} label="Stop saving" onClick={onStop} size={16} />
    </>
  )
}

function Follow({ endedAt, log }: Pick<LogBarProps, 'endedAt' | 'log'>) {
  if (log.following && endedAt !== null) return <span className={classes.state}>Ended {hourAndMinute(endedAt)}</span>
  if (log.following) {
    return (
      <span className={classes.state}>
        <Icon of={IconArrowDown} size={14} />
        Following
      </span>
    )
  }
  const words = log.missed > 0 ? `${log.missed.toLocaleString('en')} new line${log.missed === 1 ? '' : 's'}` : endedAt === null ? 'Paused' : 'To the end'
  return (
    <button type="button" className={classes.resume} onClick={() => log.view?.toEnd()} title="Go on following (End)">
      <Icon of={log.missed > 0 || endedAt !== null ? IconArrowDown : IconPlayerPause} size={14} />
      {words}
    </button>
  )
}
