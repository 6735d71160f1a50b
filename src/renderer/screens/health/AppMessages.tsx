import { Drawer } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { Wanted } from '../../../core/messages/kept-line'
import { messagesView } from '../../../core/messages/messages-view'
import { LogBar } from '../../kit/log/LogBar'
import { LogFrame } from '../../kit/log/LogFrame'
import type { Log } from '../../kit/log/use-log'
import { Segments } from '../../kit/Segments'
import { ProblemCard } from '../../problem/ProblemCard'
import { useClient } from '../../state/client-context'
import { refuse, showMessages, useUi } from '../../state/ui-store'
import { useTimed } from '../../state/use-timed'
import { messagesLog } from './messages-log'
import classes from './AppMessages.module.css'

const levels = [
  { value: 'everything', label: 'Everything' },
  { value: 'warnings', label: 'Warnings and errors' },
] as const

/** What the app itself writes, newest last, also of its last run. */
export function AppMessages() {
  const open = useUi((s) => s.messages)
  return (
    <Drawer
      opened={open}
      onClose={() => showMessages(false)}
      position="right"
      size={760}
      title="App messages"
      closeButtonProps={{ 'aria-label': 'Close' }}
      classNames={{ body: classes.body ?? '', title: classes.title ?? '', content: classes.content ?? '', overlay: classes.overlay ?? '' }}
    >
      <Messages />
    </Drawer>
  )
}

function Messages() {
  const client = useClient()
  const refusal = useUi((s) => s.refusal)
  const [wanted, setWanted] = useState<Wanted>('everything')
  const { variant, sentence, endedAt, emptyWords } = useTimed((state, now) => messagesView(state, wanted, now))
  const log = useMemo(() => (variant === null ? null : messagesLog(client, { variant, wanted })), [client, variant, wanted])
  const bar = (opened: Log) =>
    log === null ? null : (
      <LogBar log={opened} shown={log} endedAt={endedAt}>
        <Segments label="Level" value={wanted} options={levels} onChange={setWanted} />
      </LogBar>
    )
  return (
    <>
      {refusal ? (
        <div className={classes.problem}>
          <ProblemCard problem={refusal} rank="beside" onDismiss={() => refuse(null)} />
        </div>
      ) : null}
      <p className={classes.sentence}>{sentence}</p>
      {log === null ? null : <LogFrame label="App messages" shown={log} emptyWords={emptyWords} bar={bar} />}
    </>
  )
}
