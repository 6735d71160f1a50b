import { Mark } from '../kit/Mark'
import { usePanel } from '../state/panel-store'
import text from '../kit/text.module.css'

/** How many checks did not pass. */
export function ChecksTail() {
  const checks = usePanel((s) => s.checks)
  const failed = checks.filter((c) => c.verdict === 'failed').length
  const open = failed + checks.filter((c) => c.verdict === 'needs-a-look' || c.verdict === 'could-not-run').length
  if (open === 0) return null
  return (
    <>
      <Mark shape={failed > 0 ? 'cross' : 'triangle'} tone={failed > 0 ? 'bad' : 'warn'} />
      {open}
      <span className={text.hidden}>{open === 1 ? 'needs a look' : 'need a look'}</span>
    </>
  )
}
