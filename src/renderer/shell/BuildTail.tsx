import { buildShare } from '../../core/panel/build-share'
import { variantStatus } from '../../core/panel/chosen-variant'
import { Mark } from '../kit/Mark'
import { Ring } from '../kit/Ring'
import { usePanel } from '../state/panel-store'
import { useNow } from '../state/use-now'

/** How far the running build is, or that the last one failed. */
export function BuildTail() {
  const build = usePanel((s) => s.build)
  const usual = usePanel((s) => variantStatus(s, s.build?.variant ?? null)?.build ?? null)
  const now = useNow()
  if (!build) return null
  if (build.endedAt === null) {
    const { share, percent } = buildShare(build, usual, now)
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
