import { assertNever } from '../../../core/assert-never'
import type { CheckFix, CheckResult } from '../../../core/check/check'
import type { Accepted } from '../../../shared/contract'
import { Button } from '../../kit/Button'
import { CopyButton } from '../../kit/CopyButton'
import type { PanelClient } from '../../state/client'
import { useClient } from '../../state/client-context'
import { usePanel } from '../../state/panel-store'
import { perform } from '../../state/perform'
import { refuse } from '../../state/ui-store'
import classes from './Evidence.module.css'

/** What helps where a check did not pass: what it changes in a sentence, and one button. */
export function FixRow({ fix, variant }: { readonly fix: CheckFix; readonly variant: CheckResult['variant'] }) {
  const client = useClient()
  const busy = usePanel((s) => s.operation !== null)
  const shows = fix.does.kind.startsWith('show')
  return (
    <div className={classes.fix}>
      <span className={classes.words}>{fix.explains}</span>
      {fix.does.kind === 'copy' ? (
        <CopyButton text={fix.does.text} label={fix.label} look="words" />
      ) : (
        <Button
          size="small"
          look="filled"
          onClick={() => void doFix(client, fix, variant)}
          unavailable={busy && !shows ? 'Something else is running' : undefined}
        >
          {fix.label}
        </Button>
      )}
      {fix.does.kind === 'copy' ? <pre className={classes.correction}>{fix.does.text.trimEnd()}</pre> : null}
    </div>
  )
}

function told(accepted: Accepted): void {
  refuse(accepted.kind === 'refused' ? accepted.problem : null)
}

async function doFix(client: PanelClient, { does }: CheckFix, variant: string): Promise<void> {
  switch (does.kind) {
    case 'build':
    case 'start':
    case 'restart':
      return perform(client, { kind: does.kind, variant })
    case 'show-build':
      return perform(client, { kind: 'show', place: 'build' })
    case 'show-health':
      return perform(client, { kind: 'show', place: 'health' })
    case 'show-messages':
      return perform(client, { kind: 'show', place: 'messages' })
    case 'repair-folders':
      return told(await client.repairFolders({ variant }))
    case 'only-here':
      return told(await client.setAddress({ who: 'this-computer' }))
    case 'copy':
      return client.copy({ text: does.text })
    default:
      return assertNever(does)
  }
}
