import { buildShare } from '../../core/panel/build-share'
import { Mark } from '../kit/Mark'
import { Ring } from '../kit/Ring'
import type { PanelState } from '../../core/panel/panel'
import { useTimed } from '../state/use-timed'

/** How far the running build is, or that the last one failed. */
export function BuildTail() {
  const tail = useTimed(tailOf)
  if (tail === null) return null
  if (tail === 'failed') {
    return (
      <span role="img" aria-label="failed">
        <Mark shape="cross" tone="bad" />
      </span>
    )
  }
  return (
    <>
      <Ring share={tail.share} />
      {tail.percent}%
    </>
  )
}

function tailOf(state: PanelState, now: number) {
  const { build } = state
  if (!build) return null
  if (build.endedAt !== null) return build.outcome?.kind === 'failed' ? 'failed' : null
  const { share, percent } = buildShare(state, build, now)
  return { share, percent }
}
