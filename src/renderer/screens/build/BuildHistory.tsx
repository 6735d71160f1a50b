import { useState } from 'react'
import { assertNever } from '../../../core/assert-never'
import type { Build } from '../../../core/build/build'
import { isComparable } from '../../../core/build/compare-builds'
import { provenanceWords, type BuildResult, type BuildRow } from '../../../core/build/build-row'
import { capital } from '../../../core/words/count'
import { duration } from '../../../core/words/duration'
import { versionTitle } from '../../../core/words/version-name'
import { when } from '../../../core/words/when'
import { Button } from '../../kit/Button'
import { DetailsToggle } from '../../kit/DetailsToggle'
import { Mark } from '../../kit/Mark'
import { usePanel } from '../../state/panel-store'
import { showBuild } from '../../state/ui-store'
import { useNow } from '../../state/use-now'
import text from '../../kit/text.module.css'
import classes from './BuildHistory.module.css'

interface BuildHistoryProps {
  readonly shown: Build | null
  /** Asks for a build to be set beside the one that is shown. */
  readonly onCompare: (id: string) => void
}

/** The builds on disk, newest first: when, which version, how each ended and how long it took; pressing one shows it. */
export function BuildHistory({ shown, onCompare }: BuildHistoryProps) {
  const builds = usePanel((s) => s.builds)
  const [details, setDetails] = useState(false)
  if (builds.length === 0) return null
  return (
    <section className={classes.history} aria-labelledby="earlier-builds">
      <div className={classes.top}>
        <h2 id="earlier-builds">Builds so far</h2>
        <DetailsToggle shown={details} onChange={setDetails} />
      </div>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Version</th>
            <th scope="col">Result</th>
            <th scope="col">Took</th>
            <td />
          </tr>
        </thead>
        {builds.map((build) => (
          <Row key={build.id} build={build} shown={shown} details={details} onCompare={onCompare} />
        ))}
      </table>
    </section>
  )
}

interface RowProps extends BuildHistoryProps {
  readonly build: BuildRow
  readonly details: boolean
}

function Row({ build, shown, details, onCompare }: RowProps) {
  const state = usePanel((s) => s)
  const now = useNow(30_000)
  const isShown = build.id === shown?.id
  const time = when(build.endedAt, now)
  return (
    <tbody data-shown={isShown || undefined}>
      <tr>
        <td>
          <button
            type="button"
            className={classes.open}
            aria-current={isShown || undefined}
            onClick={() => showBuild(build.id === state.build?.id ? null : build.id)}
          >
            <span className={text.hidden}>Show the build </span>
            {capital(time)}
          </button>
        </td>
        <td>{versionTitle(state, build.variant)}</td>
        <td>
          <Result result={build.result} />
        </td>
        <td>{duration((build.endedAt - build.startedAt) / 1000)}</td>
        <td>
          {shown && isComparable(build, shown) ? (
            <Button
              look="quiet"
              size="small"
              label={`Compare the step times with the build ${time}`}
              onClick={() => onCompare(build.id)}
              className={classes.compare ?? ''}
            >
              Compare
            </Button>
          ) : isShown ? (
            <span className={classes.here}>Shown</span>
          ) : null}
        </td>
      </tr>
      {details ? (
        <tr className={classes.details}>
          <td colSpan={5}>
            {(build.provenance === null ? ['Nothing more was kept of it'] : provenanceWords(build.provenance)).map((words) => (
              <span key={words}>{words} </span>
            ))}
          </td>
        </tr>
      ) : null}
    </tbody>
  )
}

function Result({ result }: { readonly result: BuildResult }) {
  const [mark, words] = resultWords(result)
  return (
    <span className={classes.result}>
      {mark} {words}
    </span>
  )
}

function resultWords(result: BuildResult) {
  switch (result.kind) {
    case 'succeeded':
      return [<Mark key="mark" shape="tick" tone="ok" size={16} />, 'Built'] as const
    case 'failed':
      return [<Mark key="mark" shape="cross" tone="bad" size={16} />, result.title] as const
    case 'cancelled':
      return [<Mark key="mark" shape="dot" tone="idle" size={16} />, 'Stopped by you'] as const
    case 'interrupted':
      return [<Mark key="mark" shape="triangle" tone="warn" size={16} />, 'Interrupted'] as const
    default:
      return assertNever(result)
  }
}
