import { Drawer } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { atLeast, readMessages, type AppMessage, type MessageLevel } from '../../../core/health/health-view-messages'
import { Button } from '../../kit/Button'
import { CopyButton } from '../../kit/CopyButton'
import { Segments } from '../../kit/Segments'
import { useClient } from '../../state/client-context'
import { showMessages, useUi } from '../../state/ui-store'
import classes from './AppMessages.module.css'

const LINES = 1000
const AGAIN_MS = 2000
const levels = [
  { value: 'info', label: 'All' },
  { value: 'warning', label: 'Warnings' },
  { value: 'error', label: 'Errors' },
] as const

/** What the app itself writes, newest last, by level; read anew while open, so nothing is doubled or missing when Docker or the app restarts. */
export function AppMessages() {
  const client = useClient()
  const open = useUi((s) => s.messages)
  const [messages, setMessages] = useState<readonly AppMessage[] | 'asking' | 'no-answer'>('asking')
  const [level, setLevel] = useState<MessageLevel>('info')
  const ask = useCallback(() => {
    client.appMessages({ lines: LINES }).then(
      (lines) => setMessages(readMessages(lines)),
      () => setMessages('no-answer'),
    )
  }, [client])
  useEffect(() => {
    if (!open) return undefined
    ask()
    const timer = setInterval(ask, AGAIN_MS)
    return () => clearInterval(timer)
  }, [open, ask])
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => toEnd(list.current), [messages, level])
  const shown = typeof messages === 'string' ? [] : atLeast(messages, level)
  return (
    <Drawer
      opened={open}
      onClose={() => showMessages(false)}
      position="right"
      size={560}
      title="App messages"
      closeButtonProps={{ 'aria-label': 'Close' }}
      classNames={{ body: classes.body ?? '', title: classes.title ?? '', content: classes.content ?? '', overlay: classes.overlay ?? '' }}
    >
      <div className={classes.bar}>
        <Segments label="Level" value={level} options={levels} onChange={setLevel} />
        <span className={classes.end}>
          <CopyButton text={shown.map((message) => message.text).join('\n')} label="Copy the messages" look="words" />
          <Button size="small" look="quiet" before={IconRefresh} onClick={ask}>
            Refresh
          </Button>
        </span>
      </div>
      {shown.length === 0 ? <p className={classes.none}>{noneWords(messages, level)}</p> : null}
      <ol className={classes.lines} tabIndex={0} aria-label="Messages" ref={list}>
        {shown.map((message, at) => (
          <li key={at} data-level={message.level}>
            {message.text}
          </li>
        ))}
      </ol>
    </Drawer>
  )
}

const NEAR_END = 40

// It follows the end as long as nobody has scrolled up.
function toEnd(list: HTMLOListElement | null): void {
  if (!list) return
  const known = Number(list.dataset['height'] ?? 0)
  const atEnd = known === 0 || list.scrollTop + list.clientHeight >= known - NEAR_END
  list.dataset['height'] = String(list.scrollHeight)
  if (atEnd) list.scrollTo({ top: list.scrollHeight })
}

function noneWords(messages: readonly AppMessage[] | 'asking' | 'no-answer', level: MessageLevel): string {
  if (messages === 'asking') return 'Asking Docker'
  if (messages === 'no-answer') return 'Docker did not answer. Refresh asks again.'
  return level === 'info' || messages.length === 0 ? 'Facecraft has not written anything yet.' : 'None of this level.'
}
