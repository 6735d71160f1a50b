import { buildShare } from '../../core/panel/build-share'
import { Mark } from '../kit/Mark'
import { Ring } from '../kit/Ring'
import { usePanel } from '../state/panel-store'
import { useNow } from '../state/use-now'

/** How far the running build is, or that the last one failed. */
export function BuildTail() {
  const state = usePanel((s) => s)
  const now = useNow()
  const { build } = state
  if (!build) return null
  if (build.endedAt === null) {
    const { share, percent } = buildShare(state, build, now)
    return (
      <>
        <Ring share={share} />
        {percent}%
      </>
    )
  }
  return build.outcome?.kind === 'failed' ? (
    <span role="img" aria-label="failed">
      <Mark shape="cross" tone="bad" />
    </span>
  ) : null
}
