import { IconArrowDown, IconCheck, IconCopy, IconDownload, IconPlayerPause } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { Build } from '../../../core/build/build'
import { hourAndMinute } from '../../../core/words/when'
import { Icon } from '../../kit/Icon'
import { IconButton } from '../../kit/IconButton'
import { Segments } from '../../kit/Segments'
import { useClient } from '../../state/client-context'
import { FindBox } from './FindBox'
import { useFind } from './use-find'
import type { Log } from './use-log'
import { useLogKeys } from './use-log-keys'
import classes from './LogBar.module.css'

/** One step's log or the whole build's. */
export type LogMode = 'step' | 'all'

interface LogBarProps {
  readonly build: Build
  readonly log: Log
  readonly mode: LogMode
  /** The one step that is shown; null shows everything. */
  readonly only: string | null
  readonly onMode: (mode: LogMode) => void
}

const modes = [
  { value: 'step', label: 'This step' },
  { value: 'all', label: 'Everything' },
] as const

/** The controls of the log: what to show, find, follow, copy, save. */
export function LogBar({ build, log, mode, only, onMode }: LogBarProps) {
  const client = useClient()
  const [done, setDone] = useState('')
  const find = useFind({ build: build.id, only }, log)
  useEffect(() => {
    const timer = setTimeout(() => setDone(''), 6000)
    return () => clearTimeout(timer)
  }, [done])
  const copy = async () => {
    await client.copy({ text: log.terminal?.copyable() ?? '' })
    setDone('Copied')
  }
  const save = async () => {
    const saved = await client.saveLog({ build: build.id })
    if (saved.kind === 'saved') setDone('Saved')
  }
  useLogKeys({ save: () => void save(), toEnd: () => log.view?.toEnd() })
  return (
    <>
      <div className={classes.bar}>
        <Segments label="Show" value={mode} options={modes} onChange={onMode} />
        <FindBox find={find} />
        {done === '' && find.term.text === '' ? <Follow build={build} log={log} /> : null}
        <span className={done === '' ? classes.silent : classes.state} role="status">
          {done}
        </span>
        <IconButton icon={done === 'Copied' ? IconCheck : IconCopy} label="Copy the selection or the log" onClick={() => void copy()} size={16} />
        <IconButton icon={done === 'Saved' ? IconCheck : IconDownload} label="Save the whole log" onClick={() => void save()} size={16} />
      </div>
      {find.finding.kind === 'bad' ? (
        <p className={classes.bad} role="status">
          {find.finding.why}
        </p>
      ) : null}
    </>
  )
}

function Follow({ build, log }: { readonly build: Build; readonly log: Log }) {
  if (log.following && build.endedAt !== null) return <span className={classes.state}>Ended {hourAndMinute(build.endedAt)}</span>
  if (log.following) {
    return (
      <span className={classes.state}>
        <Icon of={IconArrowDown} size={14} />
        Following
      </span>
    )
  }
  const words = log.missed > 0 ? `${log.missed} new line${log.missed === 1 ? '' : 's'}` : build.endedAt === null ? 'Paused' : 'To the end'
  return (
    <button type="button" className={classes.resume} onClick={() => log.view?.toEnd()} title="Go on following (End)">
      <Icon of={log.missed > 0 || build.endedAt !== null ? IconArrowDown : IconPlayerPause} size={14} />
      {words}
    </button>
  )
}
