import type { Verdict } from '../../core/check/check'
import { isStale } from '../../core/check/checklist-cells'
import type { PanelState } from '../../core/panel/panel'
import { Mark } from '../kit/Mark'
import { usePanel } from '../state/panel-store'
import text from '../kit/text.module.css'

/** How many checks did not pass; what is about an older package does not count. */
export function ChecksTail() {
  const failed = usePanel((s) => withVerdict(s, ['failed']))
  const open = failed + usePanel((s) => withVerdict(s, ['needs-a-look', 'could-not-run']))
  if (open === 0) return null
  return (
    <>
      <Mark shape={failed > 0 ? 'cross' : 'triangle'} tone={failed > 0 ? 'bad' : 'warn'} />
      {open}
      <span className={text.hidden}>{open === 1 ? 'needs a look' : 'need a look'}</span>
    </>
  )
}

function withVerdict(state: PanelState, verdicts: readonly Verdict[]): number {
  return state.checks.filter((c) => verdicts.includes(c.verdict) && !isStale(state, c)).length
}
