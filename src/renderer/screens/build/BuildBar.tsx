import type { Build } from '../../../core/build/build'
import { buildBar, type BarPart } from '../../../core/build/build-view-progress'
import { buildCounts, timeLeftWords } from '../../../core/build/build-view-words'
import { buildShare } from '../../../core/panel/build-share'
import { variantStatus } from '../../../core/panel/chosen-variant'
import type { PanelState } from '../../../core/panel/panel'
import { clock } from '../../../core/words/duration'
import { usePanel } from '../../state/panel-store'
import { useNow } from '../../state/use-now'
import { expectationOf } from '../../../core/build/build-view-expected'
import classes from './BuildBar.module.css'

/** One bar in three phases, each as wide as its usual time, and what it says in words. */
export function BuildBar({ build }: { readonly build: Build }) {
  const state = usePanel((s) => s)
  const now = useNow()
  const progress = buildShare(state, build, now)
  const left = progress.left ?? usualLeft(state, build, now)
  const parts = buildBar(build, expectationOf(state, build), now)
  const counts = buildCounts(build, progress)
  const running = build.endedAt === null
  const succeeded = build.outcome?.kind === 'succeeded'
  const percent = succeeded ? 100 : progress.percent
  return (
    <>
      <div
        className={classes.bar}
        role="progressbar"
        aria-label={running ? 'Build progress' : 'Build progress when it ended'}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        {(parts.length === 0 ? notBegun : parts).map((part) => (
          <Stretch key={part.key} part={part} />
        ))}
      </div>
      <div className={classes.keys}>
        {running ? (
          <>
            <span className={classes.left}>{timeLeftWords(left)}</span>
            <span>{clock((now - build.startedAt) / 1000)} so far</span>
          </>
        ) : null}
        {parts.length === 0 ? null : (
          <span className={running ? classes.end : ''}>
            <i className={running ? classes.worked : succeeded ? classes.done : classes.ended} />
            {counts.built}
          </span>
        )}
        {counts.reused === null ? null : (
          <span>
            <i className={classes.reused} />
            {counts.reused}
          </span>
        )}
        {counts.failed === null ? null : (
          <span>
            <i className={classes.failed} />
            {counts.failed}
          </span>
        )}
      </div>
    </>
  )
}

const notBegun: readonly BarPart[] = [{ key: 'not-begun', width: 1, filled: 0, state: 'worked' }]

// Before any step is known, only the usual time of the whole build is.
function usualLeft(state: PanelState, build: Build, now: number): number | null {
  const usual = variantStatus(state, build.variant)?.build.seconds
  return usual === undefined ? null : Math.max(0, usual - (now - build.startedAt) / 1000)
}

function Stretch({ part }: { readonly part: BarPart }) {
  return (
    <span className={classes.stretch} style={{ flexGrow: Math.max(0.02, part.width) * 100 }}>
      <b className={classes[part.state]} style={{ width: `${part.filled * 100}%` }} />
    </span>
  )
}
