import { useEffect, useRef, useState, type RefObject } from 'react'
import { createLogScreen } from '../../kit/terminal/log-screen'
import { openLogTerminal, type LogTerminal } from '../../kit/terminal/log-terminal'
import { openLogView, type LogView } from '../../kit/terminal/log-view'
import { useClient } from '../../state/client-context'
import { usePanelStore } from '../../state/panel-store'
import { logSource } from './log-source'
import { quietSteps } from './quiet-steps'

/** What the log panel knows of its terminal. */
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
  readonly build: string
  /** The one step to show; null shows everything. */
  readonly only: string | null
  readonly host: RefObject<HTMLElement | null>
  readonly onLeave: () => void
}

/** Opens the terminal and keeps it fed with one step or the whole build. */
export function useLog({ build, only, host, onLeave }: LogWish): Log {
  const client = useClient()
  const [terminal, setTerminal] = useState<LogTerminal | null>(null)
  const [following, setFollowing] = useState(true)
  const [missed, setMissed] = useState(0)
  const [empty, setEmpty] = useState(true)
  const [lastLine, setLastLine] = useState('')
  const [view, setView] = useState<LogView | null>(null)
  const viewNow = useRef<LogView | null>(null)

  useEffect(() => {
    if (!host.current) return
    const opened = openLogTerminal(host.current, 'Build log', {
      onFollow: (now) => {
        setFollowing(now)
        if (now) setMissed(0)
      },
      onTop: () => viewNow.current?.earlier(),
      onEnd: () => viewNow.current?.toEnd(),
      onLeave,
      onCopy: (text) => void client.copy({ text }),
    })
    setTerminal(opened)
    const reading = setInterval(() => setLastLine(opened.lastLine()), 1000)
    return () => {
      clearInterval(reading)
      setTerminal(null)
      opened.dispose()
    }
  }, [client, host, onLeave])

  useEffect(() => {
    if (!terminal) return
    const leaving = new AbortController()
    setEmpty(true)
    setMissed(0)
    const parts = {
      stepOf: (id: string) => usePanelStore.getState().state.build?.steps.find((step) => step.id === id),
      only,
      quietSteps: only === null ? quietSteps : () => () => [],
      onDrawn: () => setEmpty(false),
      onMissed: (lines: number) => setMissed((before) => before + lines),
    }
    const opened = openLogView(logSource(client, { build, only }), createLogScreen(terminal, parts, leaving.signal), leaving.signal)
    viewNow.current = opened
    setView(opened)
    return () => leaving.abort()
  }, [client, terminal, build, only])

  return { terminal, view, following, missed, empty, lastLine }
}
