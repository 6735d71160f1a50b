import { useEffect, useMemo, useState } from 'react'
import type { Build, BuildStep } from '../../../core/build/build'
import { logEmptyWords } from '../../../core/build/build-view-steps'
import { LogBar } from '../../kit/log/LogBar'
import { LogFrame } from '../../kit/log/LogFrame'
import type { Log } from '../../kit/log/use-log'
import { Segments } from '../../kit/Segments'
import { useClient } from '../../state/client-context'
import { buildLog } from './build-log'
import type { BuildAge, Wish } from './BuildView'
import { FailedLines } from './FailedLines'

interface LogPanelProps {
  readonly build: Build
  readonly age: BuildAge
  readonly shown: BuildStep | null
  /** The step that was pressed last, if any. */
  readonly wish: Wish | null
  /** The step whose earlier lines are read, or null while the end is followed. */
  readonly onHold: (step: string | null) => void
}

type Mode = (typeof modes)[number]['value']

const modes = [
  { value: 'step', label: 'This step' },
  { value: 'all', label: 'Everything' },
] as const

/** The raw log, of one step or of everything, that can be searched, followed, copied and saved. */
export function LogPanel({ build, age, shown, wish, onHold }: LogPanelProps) {
  const client = useClient()
  const [mode, setMode] = useState<Mode>('step')
  const only = mode === 'step' ? (shown?.id ?? null) : null
  const earlier = age === 'earlier' ? build : null
  const log = useMemo(() => buildLog(client, { build: build.id, only, earlier }), [client, build.id, only, earlier])
  const bar = (opened: Log) => (
    <>
      <LogBar log={opened} shown={log} endedAt={build.endedAt}>
        <Segments label="Show" value={mode} options={modes} onChange={setMode} />
      </LogBar>
      <Jump build={build.id} wish={wish} mode={mode} log={opened} />
      <Hold step={shown?.id ?? null} following={opened.following} onHold={onHold} />
    </>
  )
  const excerpt = build.outcome?.kind === 'failed' ? build.outcome.problem.excerpt : undefined
  return (
    <LogFrame
      label="Build log"
      shown={log}
      emptyWords={logEmptyWords(mode === 'step' ? shown : null, build)}
      bar={bar}
      foot={excerpt ? <FailedLines excerpt={excerpt} /> : null}
    />
  )
}

interface JumpProps {
  readonly build: string
  readonly wish: Wish | null
  readonly mode: Mode
  readonly log: Log
}

/** Takes the whole log to the step that was pressed. */
function Jump({ build, wish, mode, log }: JumpProps) {
  const client = useClient()
  useEffect(() => {
    if (!wish || mode !== 'all') return
    void client.logPlace({ build, place: { kind: 'step', step: wish.step } }).then((at) => log.view?.toPlace(at))
    // Only a new wish jumps; a changed mode does not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [wish])
  return null
}

interface HoldProps {
  readonly step: string | null
  readonly following: boolean
  readonly onHold: (step: string | null) => void
}

/** Says which step is to stay when the view has left the end of the log. */
function Hold({ step, following, onHold }: HoldProps) {
  useEffect(() => onHold(following ? null : step), [step, following, onHold])
  return null
}
