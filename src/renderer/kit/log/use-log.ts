import { useEffect, useRef, useState, type RefObject } from 'react'
import { useClient } from '../../state/client-context'
import { countMissed } from './count-missed'
import { createLogScreen } from '../terminal/log-screen'
import { openLogTerminal, type LogTerminal } from '../terminal/log-terminal'
import { openLogView, type LogView } from '../terminal/log-view'
import { afterPaint } from '../terminal/next-frame'
import type { ShownLog } from './shown-log'

/** What the bar of a log knows of its terminal. */
export interface Log {
  readonly terminal: LogTerminal | null
  /** Moves the terminal's window on the log; null until it is open. */
  readonly view: LogView | null
  readonly following: boolean
  /** Lines that came while the view was not at the end. */
  readonly missed: number
  readonly empty: boolean
  /** The last line, read from the terminal at most once a second. */
  readonly lastLine: string
}

interface LogWish {
  readonly label: string
  readonly shown: ShownLog
  readonly host: RefObject<HTMLElement | null>
  readonly onLeave: () => void
}

/** Opens the terminal and keeps it fed with the log that is shown. */
export function useLog({ label, shown, host, onLeave }: LogWish): Log {
  const client = useClient()
  const [terminal, setTerminal] = useState<LogTerminal | null>(null)
  const [following, setFollowing] = useState(true)
  const [missed, setMissed] = useState(0)
  const [empty, setEmpty] = useState(false)
  const [lastLine, setLastLine] = useState('')
  const [view, setView] = useState<LogView | null>(null)
  const viewNow = useRef<LogView | null>(null)

  useEffect(() => {
    const leaving = new AbortController()
    const open = async (): Promise<void> => {
      // A terminal takes longer than all that is around it, which must not wait to be seen.
      await afterPaint()
      if (!host.current || leaving.signal.aborted) return
      const opened = openLogTerminal(host.current, label, {
        onFollow: setFollowing,
        onTop: () => viewNow.current?.earlier(),
        onEnd: () => viewNow.current?.toEnd(),
        onLeave,
        onCopy: (text) => void client.copy({ text }),
      })
      setTerminal(opened)
      const reading = setInterval(() => setLastLine(opened.lastLine()), 1000)
      leaving.signal.addEventListener('abort', () => {
        clearInterval(reading)
        setTerminal(null)
        opened.dispose()
      })
    }
    void open()
    return () => leaving.abort()
  }, [client, label, host, onLeave])

  useEffect(() => {
    if (!terminal) return
    const leaving = new AbortController()
    setEmpty(false)
    const parts = {
      lines: shown.lines,
      only: shown.only,
      quietSteps: shown.quietSteps,
      onDrawn: (what: 'something' | 'nothing') => setEmpty(what === 'nothing'),
    }
    const opened = openLogView(shown.source, createLogScreen(terminal, parts), leaving.signal)
    viewNow.current = opened
    setView(opened)
    return () => leaving.abort()
  }, [terminal, shown])

  useEffect(() => {
    if (following) return
    const back = new AbortController()
    void countMissed(shown.source, setMissed, back.signal)
    return () => {
      back.abort()
      setMissed(0)
    }
  }, [following, shown])

  return { terminal, view, following, missed, empty, lastLine }
}
