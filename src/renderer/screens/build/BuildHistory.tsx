import { assertNever } from '../../../core/assert-never'
import type { Operation } from '../../../core/operation/operation'
import { duration } from '../../../core/words/duration'
import { versionTitle } from '../../../core/words/version-name'
import { when } from '../../../core/words/when'
import { Mark } from '../../kit/Mark'
import { usePanel } from '../../state/panel-store'
import { useNow } from '../../state/use-now'
import classes from './BuildHistory.module.css'

/** Earlier builds, newest first: which version, how it ended, when, and how long it took. */
export function BuildHistory() {
  const state = usePanel((s) => s)
  const now = useNow(30_000)
  const builds = state.history.filter((operation) => operation.kind === 'build')
  if (builds.length === 0) return null
  return (
    <section className={classes.history} aria-labelledby="earlier-builds">
      <h2 id="earlier-builds">Earlier builds</h2>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Version</th>
            <th scope="col">Result</th>
            <th scope="col">Ended</th>
            <th scope="col">Took</th>
          </tr>
        </thead>
        <tbody>
          {builds.map((build) => (
            <tr key={build.id}>
              <td>{versionTitle(state, build.variant)}</td>
              <td>
                <Result operation={build} />
              </td>
              <td>{build.endedAt === null ? '' : when(build.endedAt, now)}</td>
              <td>{build.endedAt === null ? '' : duration((build.endedAt - build.startedAt) / 1000)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Result({ operation }: { readonly operation: Operation }) {
  const { outcome } = operation
  if (outcome === null) return null
  switch (outcome.kind) {
    case 'succeeded':
      return (
        <span className={classes.result}>
          <Mark shape="tick" tone="ok" size={16} /> Built
        </span>
      )
    case 'failed':
      return (
        <span className={classes.result}>
          <Mark shape="cross" tone="bad" size={16} /> {outcome.problem.title}
        </span>
      )
    case 'cancelled':
      return (
        <span className={classes.result}>
          <Mark shape="dot" tone="idle" size={16} /> Stopped by you
        </span>
      )
    case 'interrupted':
      return (
        <span className={classes.result}>
          <Mark shape="triangle" tone="warn" size={16} /> Interrupted
        </span>
      )
    default:
      return assertNever(outcome)
  }
}
