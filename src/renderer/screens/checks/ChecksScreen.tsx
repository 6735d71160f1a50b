import { IconRefresh } from '@tabler/icons-react'
import { useState } from 'react'
import type { CheckId } from '../../../core/check/check'
import { checksHeading } from '../../../core/check/checklist-title'
import { Button } from '../../kit/Button'
import { ScreenTop } from '../../kit/ScreenTop'
import { ProblemCard } from '../../problem/ProblemCard'
import { useClient } from '../../state/client-context'
import { usePanel } from '../../state/panel-store'
import { useUi } from '../../state/ui-store'
import { useNow } from '../../state/use-now'
import { usePerform } from '../../state/use-perform'
import { usePrimaryKey } from '../../shell/use-primary-key'
import { CheckTable } from './CheckTable'
import { ComparedReport } from './ComparedReport'
import { ReportActions, type Compared } from './ReportActions'
import { plan, runChecks } from './run-checks'
import classes from './ChecksScreen.module.css'

/** For each version what was promised, what was found, and the evidence. */
export function ChecksScreen() {
  const state = usePanel((s) => s)
  const refusal = useUi((s) => s.refusal)
  const [open, setOpen] = useState<CheckId | null>(null)
  const [compared, setCompared] = useState<Compared | null>(null)
  const now = useNow(10_000)
  const { title, sentence } = checksHeading(state, now)
  return (
    <>
      <ScreenTop title={title} sentence={sentence}>
        <ReportActions onCompared={setCompared} />
        <RunAll />
      </ScreenTop>
      {refusal ? (
        <div className={classes.refusal}>
          <ProblemCard problem={refusal} rank="beside" />
        </div>
      ) : null}
      {compared ? <ComparedReport compared={compared} onClose={() => setCompared(null)} /> : null}
      <CheckTable state={state} now={now} open={open} onOpen={setOpen} />
    </>
  )
}

function RunAll() {
  const state = usePanel((s) => s)
  const client = useClient()
  const perform = usePerform()
  const { operation } = state
  const possible = plan(state, null).length > 0 && state.engine.kind === 'running'
  usePrimaryKey(operation === null && possible ? () => void runChecks(client, null) : undefined)
  if (operation?.kind === 'verify') {
    const stopping = operation.stage?.name === 'cancelling'
    return (
      <Button onClick={() => perform({ kind: 'cancel', id: operation.id })} unavailable={stopping ? 'The running check is being stopped' : undefined}>
        {stopping ? 'Stopping' : 'Stop checking'}
      </Button>
    )
  }
  const first = state.checks.length === 0
  return (
    <Button
      look={first ? 'filled' : 'plain'}
      before={IconRefresh}
      onClick={() => void runChecks(client, null)}
      unavailable={operation !== null ? 'Something else is running' : possible ? undefined : 'Docker is not running'}
    >
      {first ? 'Run all checks' : 'Run again'}
    </Button>
  )
}
