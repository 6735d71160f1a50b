import { useEffect, useRef, useState, type RefObject } from 'react'
import { createLogLines } from '../../../core/build/build-view-log'
import { createLogSink } from '../../kit/terminal/log-sink'
import { openLogTerminal, type LogTerminal } from '../../kit/terminal/log-terminal'
import { nextFrame } from '../../kit/terminal/next-frame'
import { pullLog } from '../../kit/terminal/pull-log'
import { useClient } from '../../state/client-context'
import { usePanelStore } from '../../state/panel-store'
import { logSource } from './log-source'
import { quietSteps } from './quiet-steps'

/** What the log panel knows of its terminal. */
export interface Log {
  readonly terminal: LogTerminal | null
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
  const away = useRef(false)
  const firstSeen = useRef(new Map<string, number>())

  useEffect(() => {
    if (!host.current) return
    const opened = openLogTerminal(host.current, 'Build log', {
      onFollow: (now) => {
        away.current = !now
        setFollowing(now)
        if (now) setMissed(0)
      },
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
    const sink = createLogSink({
      lines: createLogLines((id) => usePanelStore.getState().state.build?.steps.find((step) => step.id === id)),
      write: (text) => (leaving.signal.aborted ? Promise.resolve() : terminal.write(text)),
      frame: nextFrame,
      only,
      quietUntil: only === null ? quietSteps() : () => [],
      onSeen: (step, from) => !firstSeen.current.has(step) && firstSeen.current.set(step, from),
      onDrawn: (lines) => {
        if (leaving.signal.aborted) return
        setEmpty(false)
        if (away.current) setMissed((before) => before + lines)
      },
    })
    const from = only === null ? 0 : (firstSeen.current.get(only) ?? 0)
    void terminal.clear().then(() => pullLog(logSource(client, build), sink, { from, signal: leaving.signal }))
    return () => leaving.abort()
  }, [client, terminal, build, only])

  return { terminal, following, missed, empty, lastLine }
}
