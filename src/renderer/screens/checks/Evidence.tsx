import type { CheckInfo, CheckResult } from '../../../core/check/check'
import type { CheckCell } from '../../../core/check/checklist-cells'
import type { PanelState } from '../../../core/panel/panel'
import { duration } from '../../../core/words/duration'
import { versionTitle } from '../../../core/words/version-name'
import { when } from '../../../core/words/when'
import { Button } from '../../kit/Button'
import { CopyButton } from '../../kit/CopyButton'
import { useClient } from '../../state/client-context'
import { usePanel } from '../../state/panel-store'
import { FixRow } from './FixRow'
import { plan, runChecks } from './run-checks'
import { whyNotNow } from './why-not-now'
import classes from './Evidence.module.css'

/** What a check proves, and for each version the exact command, its output and how it ended. */
export function Evidence({ info, cells }: { readonly info: CheckInfo; readonly cells: readonly CheckCell[] }) {
  const state = usePanel((s) => s)
  const client = useClient()
  const results = cells.flatMap((cell) => (cell.result && cell.result.command !== '' ? [cell.result] : []))
  const wrong = cells.flatMap((cell) => (cell.result?.fix && !cell.stale ? [{ ...cell.result, fix: cell.result.fix }] : []))
  return (
    <div className={classes.evidence}>
      <div className={classes.proves}>
        <span className={classes.words}>{info.proves}</span>
        <Button size="small" onClick={() => void runChecks(client, info)} unavailable={whyNotNow(state, info, plan(state, info).length)}>
          Run this one
        </Button>
      </div>
      {wrong.map(({ fix, variant }) => (
        <FixRow key={variant} fix={fix} variant={variant} />
      ))}
      {results.length === 0 ? <p className={classes.none}>No evidence yet: it has not run.</p> : null}
      {results.map((result) => (
        <Proof key={result.variant} result={result} state={state} named={results.length > 1} />
      ))}
    </div>
  )
}

function Proof({ result, state, named }: { readonly result: CheckResult; readonly state: PanelState; readonly named: boolean }) {
  const all = `$ ${result.command}\n${result.output}\n${ending(result)}\n`
  return (
    <div className={classes.proof}>
      <div className={classes.about}>
        {named ? <b>{versionTitle(state, result.variant)}</b> : null}
        <span>{when(result.at, Date.now())}</span>
        <span className={classes.end}>
          <CopyButton text={all} label="Copy the evidence" />
        </span>
      </div>
      <pre className={classes.lines} tabIndex={0} aria-label={`Evidence, ${versionTitle(state, result.variant)}`}>
        <span className={classes.quiet}>$</span> {result.command}
        {result.output.trim() === '' ? '' : <span className={classes.output}>{`\n${result.output.trim()}`}</span>}
        <span className={classes.quiet}>{`\n${ending(result)}`}</span>
      </pre>
    </div>
  )
}

function ending({ exitCode, duration: took, digest }: CheckResult): string {
  const code = exitCode === null ? 'no exit code' : `exit ${exitCode}`
  return `${code} in ${duration(took / 1000)}${digest === null ? '' : `, package ${shortDigest(digest)}`}`
}

function shortDigest(digest: string): string {
  const hex = digest.replace(/^sha256:/, '')
  return hex.length > 12 ? `${hex.slice(0, 4)}…${hex.slice(-4)}` : hex
}
